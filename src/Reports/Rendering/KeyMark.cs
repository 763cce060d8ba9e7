namespace ParityNet.Reports.Rendering;

/// <summary>The shapes of a legend.</summary>
enum KeyMark
{
    Line,
    Dashed,
    Dot,
    Circle,
    Square,
    Band,
}

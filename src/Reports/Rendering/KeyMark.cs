namespace ParityNet.Reports.Rendering;

/// <summary>The symbol shapes of a legend.</summary>
enum KeyMark
{
    Line,
    Dashed,
    Dot,
    Circle,
    Square,
    Band,
}

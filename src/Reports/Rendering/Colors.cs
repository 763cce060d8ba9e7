namespace ParityNet.Reports.Rendering;

/// <summary>Colours by meaning, as variables of the page's style sheet, which follow the light or dark scheme.</summary>
static class Colors
{
    const string Native = "var(--native)", Torch = "var(--torch)";

    public const string Guide = "var(--guide)";

    public const string Text = "var(--muted)", Ink = "var(--text)";

    static readonly string[] Series =
        ["var(--s1)", "var(--s2)", "var(--s3)", "var(--s4)", "var(--s5)", "var(--s6)", "var(--s7)", "var(--s8)"];

    /// <summary>A backend's colour, by its name, else by its position.</summary>
    public static string Of(string backend, IReadOnlyList<string> backends) => backend switch
    {
        "native" => Native,
        "torch" => Torch,
        _ => backends.Index().FirstOrDefault(b => b.Item == backend).Index switch { 0 => Native, 1 => Torch, var other => OfSeries(other) },
    };

    /// <summary>The colour of a line that shows a quantity rather than a backend.</summary>
    public static string OfSeries(int index) => Series[index % Series.Length];
}

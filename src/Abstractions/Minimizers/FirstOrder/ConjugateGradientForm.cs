namespace ParityNet.Minimizers;

/// <summary>How a conjugate gradient method weights its last direction: β, with <c>y = g₊ − g</c>.</summary>
public enum ConjugateGradientForm
{
    /// <summary><c>max(0, g₊·y ÷ g·g)</c>. E. Polak and G. Ribière, 1969; J. C. Gilbert and J. Nocedal, 1992.</summary>
    [Option("polak_ribiere")]
    PolakRibiere,

    /// <summary><c>g₊·g₊ ÷ g·g</c>. R. Fletcher and C. M. Reeves, 1964.</summary>
    [Option("fletcher_reeves")]
    FletcherReeves,

    /// <summary><c>max(0, g₊·y ÷ d·y)</c>. M. R. Hestenes and E. Stiefel, 1952.</summary>
    [Option("hestenes_stiefel")]
    HestenesStiefel,

    /// <summary><c>g₊·g₊ ÷ d·y</c>. Y. H. Dai and Y. Yuan, 1999.</summary>
    [Option("dai_yuan")]
    DaiYuan,
}

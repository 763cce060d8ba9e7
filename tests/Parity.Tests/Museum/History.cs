namespace ParityNet.Parity.Tests.Museum;

/// <summary>Published mistakes that must be planted where the catalogue has their op.</summary>
static class History
{
    /// <summary>The source, and an op that it is about.</summary>
    public static readonly (string Source, string Op)[] Wanted =
    [
        ("pytorch#22628", "adam"), ("pytorch#2060", "adam"), ("pytorch#41477", "adam"), ("tensorflow#35102", "adam"), ("keras#17391", "adam"),
        ("higher#71", "adam"), ("transformers#35504", "adam"), ("optax#571", "adam"), ("optax#1389", "adam"), ("pytorch#142323", "adam"),
        ("holocron#1", "adam"), ("convnetjs#107", "adam"), ("fastai#1814", "cross_entropy"), ("ConvE#55", "cross_entropy"),
        ("pytorch#73205", "cross_entropy"), ("pytorch#69339", "cross_entropy"), ("tinygrad#3570", "cross_entropy"),
        ("pytorch#77529", "soft_margin_loss"), ("pytorch#9141", "multilabel_soft_margin_loss"), ("pytorch#1835", "logsigmoid"),
        ("sleef#473", "softplus"), ("dotnet/runtime#127508", "softplus"), ("dotnet/runtime#107838", "sigmoid"),
    ];

    /// <summary>Published mistakes that are not planted, with the reason.</summary>
    public static readonly Dictionary<string, string> Absent = new()
    {
        ["pytorch#55657"] = "a mean over so many rows that a float counter saturates; a generated case has at most a few dozen.",
        ["dotnet/runtime#101690"] = "a comparator that took NaN on one side for equal: `ComparatorTests` hold ours against it.",
        ["aprender#2199"] = "label smoothing; what was wrong is not on record here.",
    };
}

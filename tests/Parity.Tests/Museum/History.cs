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
        ("pytorch#55657", "cross_entropy"), ("aprender#2199", "cross_entropy"), ("pytorch#92699", "nadam"), ("pytorch#106615", "nadam"), ("pytorch#78807", "adam"),
        ("TorchSharp#1359", "l1_loss"), ("TorchSharp#1154", "nadam"), ("TorchSharp#1417", "rprop"), ("pytorch#53964", "gaussian_nll_loss"),
        ("sleef#473", "softplus"), ("dotnet/runtime#127508", "softplus"), ("dotnet/runtime#107838", "sigmoid"),
    ];

    /// <summary>Published mistakes that are not planted, with the reason.</summary>
    public static readonly Dictionary<string, string> Absent = new()
    {
        ["dotnet/runtime#101690"] = "a comparator that took NaN on one side for equal: `ComparatorTests` hold ours against it.",
        ["TorchSharp#1082"] = "a model that trains to 2.43 where PyTorch reaches 2.00; the cause is not on record.",
        ["T-L5, the rest"] = "TorchSharp lacks `batchmean`, and label smoothing in a factory: nothing is computed wrongly, and `tests/References` has lines with both.",
        ["T-O9, T-O10, T-O11, S-7"] = "about L-BFGS, which is not in the catalogue.",
        ["T-O16, T-O18, T-O19"] = "about devices, complex and sparse numbers, which are not here; tensors of floating point in memory are all there are.",
        ["T-O20"] = "`zero_grad` writes zeros: gradients are arguments here and nobody's state.",
        ["S-5, S-6"] = "about `step(epoch)` and the state of schedulers: a schedule here is a function of the step alone, which the law *lr(t) depends on t alone, not on the order of calls* checks.",
    };
}

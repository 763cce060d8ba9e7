using ParityNet.Optimizers;

namespace ParityNet.Parity.Laws;

/// <summary>Invalid options that PyTorch's optimizers refuse, as JSON.</summary>
static class BadOptions
{
    static readonly KeyValuePair<string, string>[] Everywhere = [new("lr", "-0.1"), new("weight_decay", "-1")];

    static readonly KeyValuePair<string, string>[] Adams =
        [new("betas", "[1, 0.9]"), new("betas", "[0.9, 1]"), new("betas", "[-0.1, 0.9]"), new("eps", "-1")];

    public static IEnumerable<KeyValuePair<string, string>> Of(OpSpec spec) => spec switch
    {
        NAdam => [.. Everywhere, .. Adams, new("momentum_decay", "-1")],
        Adam or AdamW or Adamax or RAdam => [.. Everywhere, .. Adams],
        Rprop => [new("lr", "-0.1"), new("etas", "[0, 1.2]"), new("etas", "[1, 1.2]"), new("etas", "[0.5, 1]")],
        Asgd => Everywhere,
        Adadelta => [.. Everywhere, new("rho", "1.5"), new("rho", "-0.5"), new("eps", "-1")],
        Adagrad => [.. Everywhere, new("lr_decay", "-1"), new("initial_accumulator_value", "-1"), new("eps", "-1")],
        RmsProp => [.. Everywhere, new("alpha", "-0.5"), new("momentum", "-0.5"), new("eps", "-1")],
        Sgd => [.. Everywhere, new("momentum", "-0.5"), new("nesterov", "true")],
        _ => [],
    };
}

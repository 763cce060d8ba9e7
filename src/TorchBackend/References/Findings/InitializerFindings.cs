using ParityNet.References;

namespace ParityNet.Torch.References.Findings;

/// <summary>Initializers of TorchSharp that differ from PyTorch's.</summary>
static class InitializerFindings
{
    const string Name = "torch.nn.init.";

    public static IEnumerable<ReferenceFinding> All =>
    [
        new("trunc-normal-constant", [Name + "trunc_normal_", Name + "trunc_normal_()"],
            "Mean and standard deviation are swapped, and √2 is missing: it is erfinv(u)·mean + std, so that by default every number is 1.",
            "Draws from a normal distribution that is truncated to [a, b].",
            () =>
            {
                using var x = torch.nn.init.trunc_normal_(torch.empty(100, dtype: torch.ScalarType.Float64));
                return new Seen(x.min().item<double>() == x.max().item<double>(), false);
            })
        { Covers = ReferenceFinding.Everywhere },
        new("xavier-normal-uniform", [Name + "xavier_normal_", Name + "xavier_normal_()", Name + "glorot_normal_"],
            "Draws from the uniform distribution of xavier_uniform_, never beyond √(6/(fan_in + fan_out)).", "Draws from a normal distribution.",
            () =>
            {
                using var x = torch.nn.init.xavier_normal_(torch.empty(100, 100, dtype: torch.ScalarType.Float64));
                return new Seen(x.abs().max().item<double>() > Math.Sqrt(6.0 / 200), true);
            })
        { Covers = ReferenceFinding.Everywhere },
        new("orthogonal-float", [Name + "orthogonal_", Name + "orthogonal_()"],
            "A matrix of doubles is drawn and factored in float: its columns are orthogonal to seven digits.",
                "Draws and factors in the element type of the tensor.",
            () =>
            {
                using var x = torch.nn.init.orthogonal_(torch.empty(4, 4, dtype: torch.ScalarType.Float64));
                return new Seen(x.eq(x.to(torch.ScalarType.Float32)).all().item<bool>(), false);
            })
        { Covers = ReferenceFinding.Everywhere },
        new("kaiming-empty", [Name + "kaiming_uniform_", "torch.nn.Linear"],
            "A tensor without inputs is refused, since its bound is infinite; so is torch.nn.Linear(0, 3).",
                "An empty tensor is left as it is, with a warning.",
            () =>
            {
                using var x = torch.empty(3, 0);
                return new Seen(Refusal.Of(() => torch.nn.init.kaiming_uniform_(x)), false);
            })
        { Kind = FindingKind.Refuses },
        new("initializer-generator", [Name + "uniform_", Name + "normal_", Name + "trunc_normal_"],
            "The given generator is ignored.", "Numbers come from the given generator: the same seed draws the same.",
            () =>
            {
                using var first = torch.nn.init.uniform_(torch.empty(4), generator: new torch.Generator(1));
                using var second = torch.nn.init.uniform_(torch.empty(4), generator: new torch.Generator(1));
                return new Seen(first.eq(second).all().item<bool>(), true);
            }),
        new("initializer-generator-missing",
            [Name + "xavier_uniform_", Name + "xavier_normal_", Name + "kaiming_uniform_", Name + "kaiming_normal_", Name + "orthogonal_"],
            "No generator can be given.", "generator is an option.",
            () => new Seen(new[] { "xavier_uniform_", "kaiming_uniform_", "orthogonal_" }
                .All(initializer => Overloads.Take(typeof(torch.nn.init), initializer, "generator")), true))
        { Kind = FindingKind.Lacks },
        new("gain-leaky-relu-default", [Name + "calculate_gain"],
            "Without param the negative slope of leaky_relu is 0: the gain is √2.", "Without param the negative slope of leaky_relu is 0.01.",
            () => new Seen(torch.nn.init.calculate_gain(torch.nn.init.NonlinearityType.LeakyReLU), Math.Sqrt(2 / (1 + 0.01 * 0.01))))
        { Kind = FindingKind.Default },
        new("gain-selu", [Name + "calculate_gain", Name + "kaiming_uniform_", Name + "kaiming_normal_"],
            "There is no nonlinearity selu.", "selu has the gain ¾.",
            () => new Seen(Enum.GetNames<torch.nn.init.NonlinearityType>().Contains("SELU", StringComparer.OrdinalIgnoreCase), true))
        { Kind = FindingKind.Lacks },
    ];
}

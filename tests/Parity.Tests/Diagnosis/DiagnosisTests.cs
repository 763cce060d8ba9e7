using ParityNet.Activations;
using ParityNet.Losses;
using ParityNet.Optimizers;
using ParityNet.Parity.Proving;
using ParityNet.Schedules;
using Xunit;

namespace ParityNet.Parity.Tests.Diagnosis;

/// <summary>Mistakes in implementations that share no code with the dictionary are told by name.</summary>
public sealed class DiagnosisTests
{
    static ProofOptions Options => new() { Cases = 100 };

    static ProofOptions Moderate => Options.Between("input", -5, 5);

    static readonly (string Mistake, Func<Proof> Prove)[] Wrong =
    [
        ("under the root, √(v̂ + ε)", () => Adam(s => MyAdam(s, (v, c, e) => Math.Sqrt(v / c + e)))),
        ("before the bias correction (ε̂", () => Adam(s => MyAdam(s, (v, c, e) => (Math.Sqrt(v) + e) / Math.Sqrt(c)))),
        ("mean square not corrected", () => Adam(s => MyAdam(s, (v, _, e) => Math.Sqrt(v) + e))),
        ("t − 1 stands", () => Adam(s => MyAdam(s, Right, t: Math.Max(1, s.Number - 1)))),
        ("t + 1 stands", () => Adam(s => MyAdam(s, Right, t: s.Number + 1))),
        ("β₂ looks like 0.99", () => Adam(s => MyAdam(s, Right, beta2: 0.99))),
        ("β₁ looks like 0.8", () => Adam(s => MyAdam(s, Right, beta1: 0.8))),
        ("exp_avg_sq is not kept", () => Adam(s => MyAdam(s, Right).WithState("exp_avg_sq", s["exp_avg_sq"]))),
        ("γ looks like 0.95", () => Prove.Schedule(new Exponential(0.9), (rate, t) => rate * Math.Pow(0.95, t), Options)),
        ("one step early", () => Prove.Schedule(new Step(10, 0.5), (rate, t) => rate * Math.Pow(0.5, (t + 1) / 10), Options)),
        ("egative slope looks like 0.2", () => Prove.Activation<double>(new LeakyReLU(), x => x > 0 ? new(x, 1) : new(0.2 * x, 0.2), Options)),
        ("a factor of 2 is missing", () => Prove.LossGradient<double>(new SquaredError(), (x, y) => x - y, Options)),
        ("δ is 1", () => Prove.Loss<double>(new Huber(0.5), (x, y) => Math.Abs(x - y) is var r && r <= 1 ? new(r * r / 2, x - y)
            : new(r - 0.5, Math.Sign(x - y)), Options with { Special = SpecialInputs.None })),
        ("1 − target", () => Prove.Loss<double>(new BinaryCrossEntropyWithLogits(), (x, y) => Sigmoid(x) is var p
            ? new(-((1 - y) * Math.Log(p) + y * Math.Log(1 - p)), p - (1 - y)) : new(0, 0), Moderate)),
        ("argets of 0 and 1 are taken for −1 and 1", () => Prove.Loss<double>(new Hinge(), (x, y) => 1 - x * (2 * y - 1) is var m and > 0
            ? new(m, 1 - 2 * y) : new(0, 0), Options with { Special = SpecialInputs.None })),
        ("yours is new Gelu(Approximate: GeluForm.Tanh)", () => Prove.ActivationValue<double>(new Gelu(),
            x => 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x))), Options)),
    ];

    public static TheoryData<string> Mistakes => [.. Wrong.Select(one => one.Mistake)];

    [Theory, MemberData(nameof(Mistakes))]
    public void A_mistake_is_told_by_name(string mistake)
    {
        Proof proof = Wrong.First(one => one.Mistake == mistake).Prove();
        Assert.Equal(ProofFailure.FormulaDiffers, proof.Failure);
        Assert.True(proof.Explanation is { IsNamed: true });
        Assert.Contains(mistake, proof.Explanation.Sentence.Split(" The same answers here:")[0], StringComparison.Ordinal);
        Assert.InRange(proof.Verdict.Split('\n').Length, 1, 40);
    }

    [Fact]
    public void Two_mistakes_are_told_together()
    {
        string said = Adam(s => MyAdam(s, (v, c, e) => Math.Sqrt(v / c + e), beta2: 0.99)).Explanation!.Sentence;
        Assert.Contains("0.99", said, StringComparison.Ordinal);
        // The option and the planted error have a name each for one mistake.
        Assert.Matches("(under|inside) the root", said);
    }

    [Fact]
    public void A_right_implementation_is_given_no_mistake() => Assert.Null(Adam(s => MyAdam(s, Right)).Explanation);

    [Fact]
    public void A_loss_of_digits_is_no_other_formula()
    {
        Proof proof = Prove.ActivationValue<float>(new Softplus(), x => MathF.Log(1 + MathF.Exp(x)), Options);
        Assert.Equal(ProofFailure.DigitsLost, proof.Failure);
        Assert.Contains("log(1 + x) is taken for log1p(x)", proof.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_only_NaN_differs_the_verdict_says_so()
    {
        Proof proof = Prove.Activation<float>(new ReLU(), x => x > 0 ? new(x, 1) : new(0, 0), Options);
        Assert.Equal(ProofFailure.SpecialInputs, proof.Failure);
        Assert.Contains("only special inputs differ (NaN)", proof.Verdict, StringComparison.Ordinal);
        Proof without = Prove.Activation<float>(new ReLU(), x => x > 0 ? new(x, 1) : new(0, 0), Options with { Special = ~SpecialInputs.NaN & SpecialInputs.All });
        Assert.True(without.Holds, without.Verdict);
        Assert.Contains("left out: NaN", without.Verdict, StringComparison.Ordinal);
    }

    static Proof Adam(Func<ElementStep<double>, ElementStep<double>> rule) => Prove.Optimizer(new Adam(), rule, Options);

    static double Right(double v, double correction, double epsilon) => Math.Sqrt(v / correction) + epsilon;

    static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    static ElementStep<double> MyAdam(
        ElementStep<double> s, Func<double, double, double, double> divisor, double beta1 = 0.9, double beta2 = 0.999, long? t = null)
    {
        double m = beta1 * s["exp_avg"] + (1 - beta1) * s.Gradient, v = beta2 * s["exp_avg_sq"] + (1 - beta2) * s.Gradient * s.Gradient;
        double first = 1 - Math.Pow(beta1, t ?? s.Number), second = 1 - Math.Pow(beta2, t ?? s.Number);
        return s.WithParameter(s.Parameter - s.LearningRate * (m / first) / divisor(v, second, 1e-8)).WithState("exp_avg", m).WithState("exp_avg_sq", v);
    }
}

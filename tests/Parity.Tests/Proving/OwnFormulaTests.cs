using ParityNet.Losses;
using ParityNet.Optimizers;
using ParityNet.Parity.Proving;
using Xunit;

namespace ParityNet.Parity.Tests;

/// <summary>Ops of one's own, with formulas that are ordinary lambdas, and what the verdict quotes.</summary>
public sealed class OwnFormulaTests
{
    static ProofOptions Options => new() { Cases = 150 };

    static ValueAndDerivative<double> PseudoHuber(double x, double y) =>
        new(Math.Sqrt(1 + (x - y) * (x - y)) - 1, (x - y) / Math.Sqrt(1 + (x - y) * (x - y)));

    [Fact]
    public void A_lambda_is_a_definition()
    {
        Proof right = Prove.OwnLoss<double>("pseudo_huber", (x, y) => Math.Sqrt(1 + (x - y) * (x - y)) - 1, PseudoHuber, options: Options);
        Assert.True(right.Holds, right.Verdict);
        Proof wrong = Prove.OwnLoss<double>("pseudo_huber", (x, y) => Math.Sqrt(1 + (x - y) * (x - y)) - 1,
            (x, y) => PseudoHuber(x, y) with { Derivative = x - y }, options: Options);
        Assert.Equal(ProofFailure.FormulaDiffers, wrong.Failure);
        Assert.Equal(0, wrong.Outputs.First(output => output.Output == "value").Wrong);
    }

    [Fact]
    public void A_gradient_alone_is_held_against_its_value()
    {
        Assert.True(Prove.OwnLossGradient<double>("half_square", (x, y) => x > y ? (x - y) * (x - y) : Math.Exp(x - y),
            (x, y) => x > y ? 2 * (x - y) : Math.Exp(x - y), Options).Holds);
        Proof wrong = Prove.OwnLossGradient<double>("square", (x, y) => Math.Pow(x - y, 2), (x, y) => x - y, Options);
        Assert.False(wrong.Holds);
        Assert.Contains(", gradient alone", wrong.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void An_activation_of_ones_own_has_its_formula_too() => Assert.True(Prove.OwnActivation<double>("bent_identity",
        x => (Math.Sqrt(x * x + 1) - 1) / 2 + x, x => new((Math.Sqrt(x * x + 1) - 1) / 2 + x, x / (2 * Math.Sqrt(x * x + 1)) + 1), Options).Holds);

    [Fact]
    public void What_has_no_derivative_is_refused_by_name()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Prove.OwnActivation<double>("round", x => Math.Round(x), x => new(x, 1), Options));
        Assert.EndsWith("got Math.Round.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_verdict_calls_what_was_written()
    {
        Proof proof = Prove.Loss<double>(new SquaredError(), Halved, Options);
        Assert.Contains("var result = Halved(", proof.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_keeps_its_type_and_stack()
    {
        Proof proof = Prove.Loss<double>(new SquaredError(), (_, _) => throw new InvalidOperationException("not today"), Options);
        Assert.Equal(ProofFailure.Throws, proof.Failure);
        Assert.Contains("System.InvalidOperationException: not today", proof.Verdict, StringComparison.Ordinal);
        Assert.IsType<InvalidOperationException>(Assert.Throws<ProofException>(proof.ThrowIfBroken).InnerException);
    }

    [Fact]
    public void A_slot_that_the_optimizer_lacks_is_refused_by_name() => Assert.Contains("expected exp_avg or exp_avg_sq, got exp_avg_squared",
        Prove.Optimizer<double>(new Adam(), step => step.WithParameter(step["exp_avg_squared"]), Options).Verdict, StringComparison.Ordinal);

    [Fact]
    public void Numbers_stay_in_the_ranges_that_are_asked_for()
    {
        var seen = new List<double>();
        Prove.LossValue<double>(new SquaredError(), (x, y) =>
        {
            seen.Add(x);
            return (x - y) * (x - y);
        }, Options.Between("input", 1e-6, 1e3));
        Assert.All(seen, x => Assert.InRange(x, 1e-6, 1e3));
    }

    static ValueAndDerivative<double> Halved(double x, double y) => new((x - y) * (x - y) / 2, x - y);
}

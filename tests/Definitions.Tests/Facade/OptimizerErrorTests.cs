using System.Collections.Immutable;
using System.Numerics.Tensors;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;
using Xunit;

namespace ParityNet.Definitions.Tests.Facade;

public sealed class OptimizerErrorTests
{
    const double Rate = 0.1, First = 0.5, Second = 0.9, Epsilon = 1e-3;

    static readonly Adam Spec = new(Rate, First, Second, Epsilon);

    static readonly float[] Gradients = [0, 1e-4f, -1e-3f, 1, -30, 2.5f, 1e-8f];

    /// <summary>How the step of a number is computed from θ, g, m, v and t; the numbers are those of one Adam step.</summary>
    delegate double Rule(double p, double g, double m, double v, int t);

    static readonly Dictionary<string, Rule> Wrong = new()
    {
        ["epsilon inside the root"] = (p, g, m, v, t) => p - Rate / (1 - Math.Pow(First, t)) * m / Math.Sqrt(v / (1 - Math.Pow(Second, t)) + Epsilon),
        ["epsilon before the bias correction"] = (p, g, m, v, t) =>
            p - Rate / (1 - Math.Pow(First, t)) * m / ((Math.Sqrt(v) + Epsilon) / Math.Sqrt(1 - Math.Pow(Second, t))),
        ["no bias correction"] = (p, g, m, v, t) => p - Rate * m / (Math.Sqrt(v) + Epsilon),
        ["bias correction of the next step"] = (p, g, m, v, t) => Right(p, g, m, v, t + 1),
        ["swapped decay rates"] = (p, g, m, v, t) =>
            p - Rate / (1 - Math.Pow(Second, t)) * m / (Math.Sqrt(v) / Math.Sqrt(1 - Math.Pow(First, t)) + Epsilon),
        ["epsilon as a floor"] = (p, g, m, v, t) =>
            p - Rate / (1 - Math.Pow(First, t)) * m / Math.Max(Math.Sqrt(v) / Math.Sqrt(1 - Math.Pow(Second, t)), Epsilon),
        ["the other way"] = (p, g, m, v, t) => 2 * p - Right(p, g, m, v, t),
        ["gradient instead of its mean"] = (p, g, m, v, t) => Right(p, g, g, v, t),
    };

    public static TheoryData<string> Names => [.. Wrong.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Planted_error_in_Adam_falls_outside(string name) => Assert.Contains(false, Inside(Spec, Wrong[name]));

    [Fact]
    public void Adam_in_double_rounded_once_lies_inside() => Assert.DoesNotContain(false, Inside(Spec, Right));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Planted_error_in_a_slot_falls_outside(int step)
    {
        DefinedStep<Enclosure<float>> bounds = Bounds(Spec, step);

        // A squared mean without its share, and a mean that takes the gradient's size.
        Assert.Contains(false, Gradients.Select((g, i) => bounds.Slots["exp_avg_sq"][0][i].Contains((float)(Second * 0.25 + g * g))));
        Assert.Contains(false, Gradients.Select((g, i) => bounds.Slots["exp_avg"][0][i].Contains((float)(First * -0.5 + (1 - First) * Math.Abs(g)))));
    }

    [Fact]
    public void Decay_of_AdamW_is_not_that_of_Adam()
    {
        var coupled = new Adam(Rate, First, Second, Epsilon, 0.1);
        var apart = new AdamW(Rate, First, Second, Epsilon, 0.1);

        Assert.DoesNotContain(
            true,
            Bounds(coupled, 2).Parameters[0].Zip(Bounds(apart, 2).Parameters[0], (a, b) => a.Lo <= b.Hi && b.Lo <= a.Hi));
    }

    [Fact]
    public void Dampening_leaves_the_first_gradient_of_SGD_alone()
    {
        var spec = new Sgd(Rate, 0.9, Dampening: 0.5);

        Assert.DoesNotContain(false, Bounds(spec, 1).Slots["momentum_buffer"][0].Zip(Gradients, (bound, g) => bound.Contains(g) && bound.IsPoint));
        Assert.Contains(false, Bounds(spec, 2).Slots["momentum_buffer"][0].Zip(Gradients, (bound, g) => bound.Contains(g)));
    }

    static double Right(double p, double g, double m, double v, int t) =>
        p - Rate / (1 - Math.Pow(First, t)) * m / (Math.Sqrt(v) / Math.Sqrt(1 - Math.Pow(Second, t)) + Epsilon);

    static IEnumerable<bool> Inside(OptimizerSpec spec, Rule rule) => new[] { 1, 2, 10 }.SelectMany(step =>
    {
        DefinedStep<Enclosure<float>> bounds = Bounds(spec, step);
        return Gradients.Select((g, i) =>
        {
            double mean = First * -0.5 + (1 - First) * g, square = Second * 0.25 + (1 - Second) * g * g;
            return bounds.Parameters[0][i].Contains((float)rule(0.75f, g, mean, square, step));
        });
    });

    static DefinedStep<Enclosure<float>> Bounds(OptimizerSpec spec, int step)
    {
        Tensor<float> All(float value) => Tensor.Create(Array.ConvertAll(Gradients, _ => value), [Gradients.Length]);
        var state = new OptimizerState<float>([All(0.75f)], step - 1, spec.Slots.ToImmutableDictionary(
            slot => slot.Name, slot => ImmutableArray.Create(All(slot.Name == "exp_avg" ? -0.5f : 0.25f))));
        return Definition.Enclose(spec, state, [Tensor.Create(Gradients, [Gradients.Length])]);
    }
}

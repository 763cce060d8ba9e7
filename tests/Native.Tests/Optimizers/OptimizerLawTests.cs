using System.Numerics.Tensors;
using ParityNet.Optimizers;

namespace ParityNet.Native.Tests.Optimizers;

/// <summary>Laws of optimizers that hold to the last bit.</summary>
public class OptimizerLawTests
{
    static readonly NativeBackend Native = new();

    public static TheoryData<OptimizerSpec> Optimizers => Examples.Elementwise;

    public static TheoryData<OptimizerSpec> Even => [.. Specs.Where(spec => !StartsOdd(spec))];

    public static TheoryData<OptimizerSpec> Resting => [.. Specs.Where(spec => !StartsOdd(spec)).Select(spec => spec with { WeightDecay = 0 }).Where(Rests)];

    static double[] P => new Numbers<double>(1).Ordinary(21).Flat().ToArray();

    static double[][] G => [.. Enumerable.Range(0, 5).Select(i => new Numbers<double>((ulong)i + 2).Ordinary(21).Flat().ToArray())];

    [Theory, MemberData(nameof(Optimizers))]
    public void Reversing_the_elements_reverses_the_steps(OptimizerSpec spec) => Bits.Same<double>(
        [.. Run(spec, P, G).Reverse()], Run(spec, [.. Enumerable.Reverse(P)], [.. G.Select(g => Enumerable.Reverse(g).ToArray())]));

    [Theory, MemberData(nameof(Even))]
    public void Negating_everything_negates_the_steps(OptimizerSpec spec) =>
        Bits.Same<double>(Negated(Run(spec, P, G)), Run(spec, Negated(P), [.. G.Select(Negated)]));

    [Theory, MemberData(nameof(Optimizers))]
    public void Splitting_a_parameter_changes_nothing(OptimizerSpec spec) => Bits.Same<double>(
        Run(spec, P, G), [.. Run(spec, P[..9], [.. G.Select(g => g[..9])]), .. Run(spec, P[9..], [.. G.Select(g => g[9..])])]);

    [Theory, MemberData(nameof(Optimizers))]
    public void Maximizing_is_minimizing_the_negative(OptimizerSpec spec) =>
        Bits.Same<double>(Run(spec, P, G), Run(spec with { Maximize = !spec.Maximize }, P, [.. G.Select(Negated)]));

    [Theory, MemberData(nameof(Resting))]
    public void Gradient_of_zero_moves_nothing_that_does_not_decay(OptimizerSpec spec) =>
        Bits.Same<double>(P, Run(spec, P, [new double[21], new double[21]]));

    [Theory, MemberData(nameof(Optimizers))]
    public void NaN_stays_in_its_place(OptimizerSpec spec)
    {
        double[] clean = Run(spec, P, G), sick = Run(spec, P, Poisoned);
        Bits.Same<double>([.. clean[..4], .. clean[5..]], [.. sick[..4], .. sick[5..]]);
    }

    [Fact]
    public void NaN_reaches_its_own_parameter_and_has_the_sign_0()
    {
        Assert.All((OptimizerSpec[])[new Sgd(0.1), new Adam(), new RmsProp(), new Adagrad(), new Asgd()], spec => Assert.Equal(double.NaN, Run(spec, P, Poisoned)[4]));
        Assert.All((OptimizerSpec[])[new Lion(), new Rprop(), new Signum()], spec => Assert.True(double.IsFinite(Run(spec, P, Poisoned)[4])));
    }

    [Theory, MemberData(nameof(Optimizers))]
    public void State_that_was_copied_goes_on_as_it_would_have(OptimizerSpec spec)
    {
        IOptimizer<double> optimizer = Native.Optimizer<double>(spec);
        OptimizerState<double> state = optimizer.Init([Tensor.Create(P, [21])]);
        foreach (double[] g in G)
            state = optimizer.Update(state.Copy(), [Tensor.Create(g, [21])]);
        Bits.Same<double>(Run(spec, P, G), state.Parameters[0].Flat());
    }

    [Fact]
    public void Adam_without_epsilon_does_not_see_the_scale_of_gradients() =>
        Bits.Same<double>(Run(new Adam(Epsilon: 0), P, G), Run(new Adam(Epsilon: 0), P, [.. G.Select(g => Times(g, 1024))]));

    [Fact]
    public void Adam_sees_gradients_and_epsilon_in_the_same_scale() =>
        Bits.Same<double>(Run(new Adam(Epsilon: 0.125), P, G), Run(new Adam(Epsilon: 128), P, [.. G.Select(g => Times(g, 1024))]));

    [Fact]
    public void AdamW_without_decay_is_Adam() => Bits.Same<double>(Run(new Adam(), P, G), Run(new AdamW(WeightDecay: 0), P, G));

    [Fact]
    public void AdamW_without_gradient_shrinks_parameters_alone() =>
        Bits.Same<double>([.. P.Select(p => p * (1 - 0.5 * 0.25))], Run(new AdamW(0.5, WeightDecay: 0.25), P, [new double[21]]));

    [Fact]
    public void Descent_scales_with_parameters_and_gradients() => Bits.Same<double>(
        Times(Run(new Sgd(0.1, 0.9, Nesterov: true), P, G), 64), Run(new Sgd(0.1, 0.9, Nesterov: true), Times(P, 64), [.. G.Select(g => Times(g, 64))]));

    [Fact]
    public void Twice_the_rate_is_twice_the_gradient() =>
        Bits.Same<double>(Run(new Sgd(0.2, 0.9), P, [.. G.Select(g => Times(g, 0.5))]), Run(new Sgd(0.1, 0.9), P, G));

    [Fact]
    public void Largest_mean_square_of_AMSGrad_never_shrinks()
    {
        IOptimizer<double> optimizer = Native.Optimizer<double>(new Adam(AmsGrad: true));
        OptimizerState<double> state = optimizer.Init([Tensor.Create(P, [21])]);
        foreach (double[] g in G)
        {
            OptimizerState<double> next = optimizer.Update(state, [Tensor.Create(g, [21])]);
            for (int i = 0; i < 21; i++)
                Assert.True(next["max_exp_avg_sq"][0].Flat()[i] >= state["max_exp_avg_sq"][0].Flat()[i]);
            state = next;
        }
    }

    [Fact]
    public void Subnormal_gradients_keep_their_digits()
    {
        IOptimizer<float> optimizer = Native.Optimizer<float>(new Adagrad(0.5, Epsilon: 0));
        OptimizerState<float> state = optimizer.Init([Tensor.Create([0f], [1])]);
        Assert.Equal(-0.5f, optimizer.Update(state, [Tensor.Create([MathF.ScaleB(1, -70)], [1])]).Parameters[0].Flat()[0]);
    }

    [Fact]
    public void Steps_are_counted_beyond_what_a_float_can_count()
    {
        IOptimizer<double> optimizer = Native.Optimizer<double>(new Adagrad(1, LearningRateDecay: 1, Epsilon: 0));
        OptimizerState<double> late = optimizer.Init([Tensor.Create([0.0], [1])]) with { Step = 1L << 25 };
        OptimizerState<double> next = optimizer.Update(late, [Tensor.Create([1.0], [1])]);
        Assert.Equal((1L << 25) + 1, next.Step);
        Assert.Equal(-1.0 / (1 + (1L << 25)), next.Parameters[0].Flat()[0]);
    }

    static double[][] Poisoned
    {
        get
        {
            double[][] gradients = G;
            gradients[0][4] = double.NaN;
            return gradients;
        }
    }

    static IEnumerable<OptimizerSpec> Specs => Examples.Elementwise.Select(row => row.Data);

    // Without ε a gradient of 0 is divided by 0.
    static bool Rests(OptimizerSpec spec) => !spec.Decays && spec is not (AdamFamily { Epsilon: 0 } or Adan { Epsilon: 0 });

    // A memory that starts at 1 knows up from down.
    static bool StartsOdd(OptimizerSpec spec) => spec.Slots.Any(slot => slot.Initial != 0 && !slot.NotNegative);

    static double[] Run(OptimizerSpec spec, double[] parameters, double[][] gradients)
    {
        IOptimizer<double> optimizer = Native.Optimizer<double>(spec);
        OptimizerState<double> start = optimizer.Init([Tensor.Create(parameters, [parameters.Length])]);
        return gradients.Aggregate(start, (state, g) => optimizer.Update(state, [Tensor.Create(g, [g.Length])])).Parameters[0].Flat().ToArray();
    }

    static double[] Negated(double[] numbers) => [.. numbers.Select(x => -x)];

    static double[] Times(double[] numbers, double factor) => [.. numbers.Select(x => x * factor)];
}

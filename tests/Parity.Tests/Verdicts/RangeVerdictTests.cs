using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Layers;
using ParityNet.Losses;
using ParityNet.Models;
using ParityNet.Optimizers;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Known;
using ParityNet.Parity.Verdicts;
using ParityNet.Reports.Rendering.Plots;
using Xunit;

namespace ParityNet.Parity.Tests;

/// <summary>Overflow on the way has a verdict of its own, and nothing else has it; digits lost are counted beside.</summary>
public sealed class RangeVerdictTests
{
    const string Clipped = """
        {"op":"optimizer","name":"clip_grad_norm","dtype":"float32","options":{"optimizer":{"name":"sgd","options":{"lr":1.0}},"max_norm":1.0},
        "params":[{"shape":[2],"data":[0.0,0.0]}],"grads":[[{"shape":[2],"data":[1E20,1E20]}]],"state":true,"from":{"step":0}}
        """;

    // The residual overflows; the cotangent brings the gradient back.
    const string Squared = """
        {"op":"loss","dtype":"float32","name":"mse_loss","options":{"reduction":"none"},"inputs":{"input":{"shape":[1],"data":[3E38]},"target":{"shape":[1],"data":[-3E38]}},
        "grad":["input"],"cotangent":{"shape":[1],"data":[0.0]}}
        """;

    public static TheoryData<string> Ops => [.. Catalog.All.Where(entry => entry.IsComputed).Select(entry => entry.Name)];

    [Theory, InlineData(Clipped), InlineData(Squared)]
    public void What_overflows_on_the_way_is_no_disagreement_of_torch(string request)
    {
        Judgement judged = new Judge(null, Backends.RequireTorch()).Of((Case<float>)CaseReader.Read(request));
        Assert.True(judged.Holds, $"{judged.Outside}");
        Assert.True(judged.Counts.OverflowsOnTheWay > 0);
        Assert.Equal(judged.Counts.OverflowsOnTheWay, judged.SecondRemarks.Overflows);
        Assert.Equal(0, judged.SecondRemarks.Underflows);
    }

    [Fact]
    public void A_decay_that_vanishes_decides_a_sign_by_underflow()
    {
        var spec = new Rprop(LearningRate: 0.25, WeightDecay: 0.125);
        var before = new OptimizerState<double>([Tensor.Create([double.Epsilon], [1])], 0, ImmutableDictionary<string, ImmutableArray<Tensor<double>>>.Empty
            .Add("prev", [Tensor.Create([0.0], [1])]).Add("step_size", [Tensor.Create([0.25], [1])]));
        Judgement judged = new Judge(Backends.Native, Backends.RequireTorch()).Of(new OptimizerCase<double>(spec, before, [Tensor.Create([0.0], [1])]));
        Assert.True(judged.Holds, $"{judged.Outside}");
        Assert.Equal(1, judged.Counts.UnderflowsOnTheWay);
        Assert.Equal(0, judged.FirstRemarks.Underflows);
        Assert.Equal(1, judged.SecondRemarks.Underflows);
    }

    [Fact]
    public void What_overflows_on_the_way_is_a_disagreement_of_native()
    {
        var @case = new Spoilt<float>((Case<float>)CaseReader.Read(Squared), "grads.input", float.NaN);
        Judgement native = new Judge(Backends.Native).Of(@case), other = new Judge(new Renamed(Backends.Native, "other")).Of(@case);
        Assert.Equal(Verdict.FirstOutside, native.Outside?.Verdict);
        Assert.Equal(1, native.FirstRemarks.Overflows);
        Assert.True(other.Holds);
        Assert.Equal(1, other.Counts.OverflowsOnTheWay);
    }

    [Theory, InlineData(double.Epsilon, true), InlineData(1e-170, true), InlineData(1e-150, false), InlineData(1, false)]
    public void A_root_of_what_lies_below_0_by_less_than_there_are_numbers_is_no_disagreement(double mean, bool vanishes)
    {
        // The spread is 0 − ḡ², whose root is NaN. Where the square is 0 in the type, so is the root.
        var spec = new RmsProp(Centered: true);
        var before = new OptimizerState<double>([Tensor.Create([0.0], [1])], 1, ImmutableDictionary<string, ImmutableArray<Tensor<double>>>.Empty
            .Add("square_avg", [Tensor.Create([0.0], [1])]).Add("grad_avg", [Tensor.Create([mean], [1])]));
        Case<double> step = new OptimizerCase<double>(spec, before, [Tensor.Create([0.0], [1])]);
        var zero = new Spoilt<double>(step, "params[0]", 0);
        Judgement judged = new Judge(Backends.Native).Of(zero);
        Assert.Equal(vanishes, judged.Holds);
        Assert.Equal(vanishes ? 1 : 0, judged.Counts.UnderflowsOnTheWay);
    }

    [Theory, InlineData(1e30f), InlineData(-1f)]
    public void Another_number_at_the_end_of_the_range_is_no_overflow(float wrong)
    {
        var @case = new Spoilt<float>((Case<float>)CaseReader.Read(Squared), "value", wrong);
        Assert.False(new Judge(new Renamed(Backends.Native, "other")).Of(@case).Holds);
    }

    [Theory, MemberData(nameof(Ops))]
    public void NaN_and_infinities_planted_at_ordinary_magnitudes_are_disagreements(string op)
    {
        Planted<float>(op);
        Planted<double>(op);
    }

    [Fact]
    public void Digits_that_a_natural_way_loses_are_counted_for_the_backend_that_loses_them()
    {
        IBackend torch = Backends.RequireTorch();
        float[] row = [.. Enumerable.Range(0, 16).Select(i => 10000 + i / 1000f)];
        var @case = new FunctionCase<float>(new LayerNorm([16]), Operands<float>.None.With("input", Tensor.Create(row, [1, 16])), []);
        Judgement judged = new Judge(Backends.Native, torch, KnownDifferences.All).Of(@case);
        Assert.True(judged.Holds);
        Assert.Equal(0, judged.FirstRemarks.DigitsLost);
        Assert.True(judged.SecondRemarks.DigitsLost > 0);
        Assert.Equal(judged.SecondRemarks.DigitsLost, judged.SecondRemarks.KeptByOther);
    }

    [Fact]
    public void Digits_of_a_small_element_of_a_row_count_at_the_scale_of_the_row()
    {
        // The second element, −1e-12 beside 1, may be off by a ULP of 1.
        double[] sizes = new FunctionCase<float>(new Softmax(0), Operands<float>.Of(Tensor.Create([0f, -20f])), []).Together(0, [1, 1e-12]);
        Assert.Equal([1, 1], sizes);
        Assert.Equal([1, 1e-12], new FunctionCase<float>(new Sigmoid(), Operands<float>.Of(Tensor.Create([20f, -20f])), []).Together(0, [1, 1e-12]));
    }

    static void Planted<T>(string op) where T : unmanaged, IFloatingPointIeee754<T>
    {
        OpEntry entry = Catalog.Find(op);
        var draw = new Draw<T>(entry, 1, spec => entry.Options.All(option => option.ValueIn(spec) is not double number || number == 0 || Math.Abs(number) > 1e-20));
        Case<T> @case = Enumerable.Range(0, 2000).Select(draw.At).FirstOrDefault(IsOrdinary)
            ?? throw new InvalidOperationException($"{op} must have an ordinary case among the first 2000.");
        var judge = new Judge(new Renamed(Backends.Native, "other"));
        foreach (Quantity<T> quantity in @case.Run(Backends.Native).Where(q => q.Values.FlattenedLength > 0 && T.IsFinite(q.Values.Flat()[0])))
            foreach (T wrong in new[] { T.NaN, T.PositiveInfinity, T.NegativeInfinity })
            {
                Judgement judged = judge.Of(new Spoilt<T>(@case, quantity.Name, wrong));
                Assert.True(judged.FirstRemarks.LeftRange is null && !judged.Holds, $"{wrong} as {quantity.Name}: {judged.FirstRemarks.LeftRange}\n{@case.Code()}");
            }
    }

    static bool IsOrdinary<T>(Case<T> @case) where T : unmanaged, IFloatingPointIeee754<T>
    {
        IEnumerable<Tensor<T>> all = @case switch
        {
            FunctionCase<T> function => function.Operands.Names.Where(name => !function.Operands[name].IsIndices).Select(name => function.Operands[name].Numbers)
                .Concat(function.Cotangent is { } cotangent ? [cotangent] : []),
            OptimizerCase<T> step => [.. step.State.Parameters, .. step.Gradients, .. step.State.Slots.Values.SelectMany(slot => slot)],
            ModelCase<T> model => [.. model.Parameters, model.Input],
            _ => [],
        };
        T[] numbers = [.. all.SelectMany(tensor => tensor.Flat().ToArray())];
        return numbers.Length > 0 && numbers.All(x => x == T.Zero || (T.Abs(x) >= T.CreateChecked(1e-4) && T.Abs(x) <= T.CreateChecked(50)));
    }

    /// <summary>A case of which a backend gets one element wrong.</summary>
    sealed class Spoilt<T>(Case<T> right, string quantity, T wrong) : Case<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        public override OpSpec Spec => right.Spec;

        public override OpKind Kind => right.Kind;

        public override bool DecidesNaN => right.DecidesNaN;

        public override ImmutableArray<Quantity<T>> Run(IBackend backend) => [.. right.Run(backend).Select(q => q.Name == quantity ? q with { Values = First(q.Values) } : q)];

        public override ImmutableArray<Defined<R>> Define<R>() => right.Define<R>();

        public override IEnumerable<Case<T>> Shrinks() => [];

        public override string Code() => right.Code();

        public override string Request() => right.Request();

        Tensor<T> First(Tensor<T> values)
        {
            T[] changed = values.Flat().ToArray();
            changed[0] = wrong;
            return Tensor.Create(changed, values.Lengths);
        }
    }

    sealed class Renamed(IBackend right, string name) : IBackend
    {
        public string Name => name;

        public BackendInfo Info => right.Info;

        public ILoss<T> Loss<T>(LossSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => right.Loss<T>(spec);

        public IActivation<T> Activation<T>(ActivationSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => right.Activation<T>(spec);

        public IFunction<T> Layer<T>(LayerSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => right.Layer<T>(spec);

        public IOptimizer<T> Optimizer<T>(OptimizerSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => right.Optimizer<T>(spec);

        public IModel<T> Model<T>(ModelSpec spec, LossSpec loss) where T : unmanaged, IFloatingPointIeee754<T> => right.Model<T>(spec, loss);
    }
}

using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Layers;
using ParityNet.Losses;

namespace ParityNet.Native.Tests.Memory;

/// <summary>Results in tensors of the caller: the bits of those returned, and no allocation.</summary>
public class IntoTests
{
    // Kinds that need memory for a call, and why.
    static readonly Dictionary<Func<FunctionSpec, bool>, string> Allocating = new()
    {
        [spec => spec is RowLoss or ClassLoss or L2Norm or VectorLoss] = "losses of rows, classes and vectors keep one loss per row",
        [spec => spec is ConnectionistTemporalClassification] = "alignments need memory for every step of a sequence",
        [spec => spec is Linear] = "a matrix product packs its factors",
        [spec => spec is TrailingNorm or BatchNorm or GroupNorm or BatchStatistics] = "normalization keeps sums, weights and biases in double",
        [spec => spec is PReLU] = "its slopes are kept in double, and their gradients are sums per channel",
        [spec => spec is Softplus { Beta: 0 }] = "results that are infinite are computed again in extended range",
        [spec => spec is RowActivation] = "rows are gathered into blocks of double",
    };

    public static TheoryData<FunctionSpec> All => [.. Examples.Losses.Select(row => row.Data), .. Examples.Activations.Select(row => row.Data), .. Examples.Layers.Select(row => row.Data)];

    public static TheoryData<FunctionSpec> InPlace => [.. All.Select(row => row.Data).Where(spec => !Allocating.Keys.Any(copies => copies(spec)))];

    public static TheoryData<ActivationSpec> OfSpans => [.. Examples.Activations.Select(row => row.Data).Where(spec => spec.Operands.Count(o => !o.Optional) == 1)];

    [Theory, MemberData(nameof(All))]
    public void Results_written_have_the_bits_of_results_returned(FunctionSpec spec)
    {
        Bitwise<float>(spec);
        Bitwise<double>(spec);
    }

    [Theory, MemberData(nameof(InPlace))]
    public void Writing_results_allocates_nothing(FunctionSpec spec)
    {
        Assert.Equal(0, Allocated<float>(spec, 100));
        Assert.Equal(0, Allocated<double>(spec, 100));
    }

    [Fact]
    public void Writing_results_on_several_threads_allocates_nothing() => Assert.All(
        (FunctionSpec[])[new ReLU(), new Sigmoid(), new Huber(), new SigmoidFocal(Reduction: Reduction.None), new Dropout(), new L2Penalty()],
        spec => Assert.Equal(0, Allocated<float>(spec, 400_000)));

    [Fact]
    public void Every_kind_that_is_listed_allocates() => Assert.All(Allocating.Keys, copies => Assert.Contains(
        All.Select(row => row.Data).Where(copies), spec => Allocated<double>(spec, 100) > 0));

    [Theory, MemberData(nameof(OfSpans))]
    public void Activations_of_spans_have_the_bits_of_tensors_and_allocate_nothing(ActivationSpec spec)
    {
        IActivation<float> activation = new NativeBackend().Activation<float>(spec);
        Tensor<float> x = new Numbers<float>(5).Ordinary(36), value = activation.Value(x), cotangent = new Numbers<float>(6).Ordinary((int)value.FlattenedLength);
        float[] row = x.Flat().ToArray(), weights = cotangent.Flat().ToArray(), values = new float[weights.Length], gradient = new float[row.Length];
        activation.ValueInto(row, values);
        activation.PullbackInto(row, weights, gradient);
        Bits.Same(value.Flat(), values);
        Bits.Same(activation.Pullback(x, cotangent).Flat(), gradient);
        if (!Allocating.Keys.Any(copies => copies(spec)))
            Assert.Equal(0, Measured(() =>
            {
                activation.ValueInto(row, values);
                activation.PullbackInto(row, weights, gradient);
            }));
        activation.PullbackInto(row, weights, row);
        Bits.Same<float>(gradient, row);
    }

    [Theory, MemberData(nameof(All))]
    public void Arguments_may_be_overwritten(FunctionSpec spec)
    {
        IFunction<double> function = ((IBackend)new NativeBackend()).Function<double>(spec);
        Operands<double> operands = ArgumentsOf<double>(spec, 100);
        Evaluation<double> expected = function.Evaluate(operands);
        if (!expected.Gradients.TryGetValue(spec.Lead.Name, out Tensor<double>? gradient))
            return;
        Tensor<double> lead = operands[spec.Lead.Name].Numbers;
        function.EvaluateInto(operands, new(Poisoned<double>(expected.Value.Lengths), ImmutableDictionary<string, Tensor<double>>.Empty.Add(spec.Lead.Name, lead)));
        Bits.Same(gradient, lead);
    }

    [Theory, MemberData(nameof(InPlace))]
    public void Results_given_back_are_written_again(FunctionSpec spec)
    {
        IFunction<double> function = ((IBackend)new NativeBackend()).Function<double>(spec);
        Operands<double> operands = ArgumentsOf<double>(spec, 100), others = ArgumentsOf<double>(spec, 200);
        string[] names = ByAll(spec, operands);
        Evaluation<double> first = function.Evaluate(operands, names), copy = new(first.Value.Copy(), first.Gradients.ToImmutableDictionary(g => g.Key, g => g.Value.Copy()));
        Assert.NotSame(first.Value, function.Evaluate(operands, names).Value);
        function.GiveBack(first);
        function.GiveBack(first);
        Evaluation<double> again = function.Evaluate(operands, names);
        Assert.Same(first.Value, again.Value);
        Bits.Same(copy, again);
        Assert.NotSame(first.Value, function.Evaluate(operands, names).Value);
        function.GiveBack(again);
        Bits.Same(((IBackend)new NativeBackend()).Function<double>(spec).Evaluate(others, names), function.Evaluate(others, names));
        function.GiveBack(function.Evaluate(operands, names));
        Assert.Equal(0, Measured(() => function.GiveBack(function.Evaluate(operands, names))));
    }

    [Fact]
    public void Results_given_back_are_not_written_while_they_are_arguments()
    {
        IActivation<double> activation = new NativeBackend().Activation<double>(new Tanh());
        Evaluation<double> first = activation.Evaluate(Operands<double>.Of(new Numbers<double>(1).Ordinary(10)), []);
        activation.GiveBack(first);
        Tensor<double> expected = new NativeBackend().Activation<double>(new Tanh()).Value(first.Value);
        Bits.Same(expected, activation.Evaluate(Operands<double>.Of(first.Value), []).Value);
    }

    [Fact]
    public void Results_that_do_not_fit_are_refused_in_one_sentence()
    {
        IActivation<float> activation = new NativeBackend().Activation<float>(new Sigmoid());
        Operands<float> operands = Operands<float>.Of(new Numbers<float>(1).Ordinary(2, 3));
        Tensor<float> wrong = new Numbers<float>(1).Ordinary(3, 2), strided = new Numbers<float>(1).Ordinary(2, 6).Slice(0..2, 0..3);
        Assert.Equal("result must have the shape of value: expected [2, 3], got [3, 2].",
            Assert.Throws<ArgumentException>(() => activation.ValueInto(operands, wrong)).Message);
        Assert.Equal("the result for value must be dense: expected contiguous memory, got strides [6, 1].",
            Assert.Throws<ArgumentException>(() => activation.ValueInto(operands, strided)).Message);
        Evaluation<float> results = activation.Evaluate(operands);
        Assert.Equal("sigmoid must be differentiated by an argument that allows it: expected input, got weight.", Assert.Throws<ArgumentException>(
            () => activation.EvaluateInto(operands, results with { Gradients = results.Gradients.Add("weight", wrong) })).Message);
    }

    [Fact]
    public void Shapes_may_change_from_call_to_call()
    {
        ILoss<double> loss = new NativeBackend().Loss<double>(new Huber(Reduction: Reduction.None));
        foreach (nint[] shape in (nint[][])[[4], [2, 3], [4], [0], [3, 2]])
        {
            Operands<double> operands = Operands<double>.Of(new Numbers<double>(1).Ordinary(shape), new Numbers<double>(2).Ordinary(shape));
            Evaluation<double> expected = new NativeBackend().Loss<double>(new Huber(Reduction: Reduction.None)).Evaluate(operands), results = Poisoned(expected);
            loss.EvaluateInto(operands, results);
            Bits.Same(expected, results);
        }
    }

    static void Bitwise<T>(FunctionSpec spec) where T : unmanaged, IFloatingPointIeee754<T>
    {
        IFunction<T> function = ((IBackend)new NativeBackend()).Function<T>(spec);
        Operands<T> operands = ArgumentsOf<T>(spec, 300);
        Evaluation<T> expected = function.Evaluate(operands, ByAll(spec, operands)), results = Poisoned(expected);
        function.EvaluateInto(operands, results);
        Bits.Same(expected, results);
        Tensor<T> value = Poisoned<T>(expected.Value.Lengths);
        function.ValueInto(operands, value);
        Bits.Same(expected.Value, value);
    }

    static long Allocated<T>(FunctionSpec spec, int elements) where T : unmanaged, IFloatingPointIeee754<T>
    {
        IFunction<T> function = ((IBackend)new NativeBackend()).Function<T>(spec);
        Operands<T> operands = ArgumentsOf<T>(spec, elements);
        Evaluation<T> results = function.Evaluate(operands, ByAll(spec, operands));
        return Measured(() =>
        {
            function.ValueInto(operands, results.Value);
            function.EvaluateInto(operands, results);
        });
    }

    // The least of several, because the pool of threads may take a new queue.
    static long Measured(Action call) => Enumerable.Range(0, 5).Min(_ =>
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        call();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    });

    static string[] ByAll<T>(FunctionSpec spec, Operands<T> operands) where T : unmanaged, IFloatingPointIeee754<T> =>
        [.. operands.Names.Where(name => spec.IsDifferentiable(name, operands))];

    static Operands<T> ArgumentsOf<T>(FunctionSpec spec, int elements) where T : unmanaged, IFloatingPointIeee754<T>
    {
        nint[] lead = [.. spec.LeadShapes switch
        {
            _ when spec.LeadEnding is { IsEmpty: false } last => [elements / 10, .. last],
            ShapeFamily.Sequences => (nint[])[10, Math.Max(1, elements / 100), 10],
            ShapeFamily.Channels => [Math.Max(2, elements / 100), 12, 10],
            _ => [elements / 10, 10],
        }];
        return SampleArguments.Of<T>(spec, lead, 2);
    }

    static Evaluation<T> Poisoned<T>(Evaluation<T> like) where T : unmanaged, IFloatingPointIeee754<T> =>
        new(Poisoned<T>(like.Value.Lengths), like.Gradients.ToImmutableDictionary(g => g.Key, g => Poisoned<T>(g.Value.Lengths)));

    static Tensor<T> Poisoned<T>(ReadOnlySpan<nint> shape) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var numbers = new T[Shape.Count(shape)];
        Array.Fill(numbers, T.NaN);
        return Tensor.Create(numbers, shape);
    }
}

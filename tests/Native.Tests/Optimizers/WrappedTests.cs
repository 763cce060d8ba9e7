using System.Collections.Immutable;
using System.Numerics.Tensors;
using ParityNet.Optimizers;

namespace ParityNet.Native.Tests.Optimizers;

/// <summary>Wrappers in one pass do in the same order what they do in passes of their own, and in place what they do in new tensors.</summary>
public class WrappedTests
{
    // Steps that allocate beyond the state that they return, and why.
    static readonly Dictionary<Func<OptimizerSpec, bool>, string> Allocating = new()
    {
        [spec => spec is Lamb or Lars or Muon or Adafactor] = "they need a parameter as a whole, and memory for it",
        [spec => spec is Asgd or NAdam] = "they read their scalar slots into memory",
        [spec => spec is Groups] = "each group is a state of its own",
        [spec => spec is Accumulate] = "the wrapped optimizer counts steps of its own",
        [spec => spec is ClipGradNorm] = "a norm beyond the range is computed again, before anything is overwritten",
    };

    public static TheoryData<OptimizerSpec> InPlace => [.. Examples.Elementwise.Select(row => row.Data).Where(spec => !Allocates(spec))];

    [Fact]
    public void Wrappers_within_wrappers_keep_their_order()
    {
        const float Most = 0.5f, Rate = 0.1f, Momentum = 0.9f;
        var sgd = new Sgd(Rate, Momentum);
        OptimizerSpec spec = new Ema(new ClipGradValue(new DecoupledWeightDecay(new ClipGradValue(sgd, 0.25), 0.5), Most), 0.75);
        Tensor<float> start = new Numbers<float>(1).Ordinary(37);
        IOptimizer<float> wrapped = new NativeBackend().Optimizer<float>(spec), alone = new NativeBackend().Optimizer<float>(sgd);
        OptimizerState<float> state = wrapped.Init([start]), plain = alone.Init([start]);
        float[] average = [];
        for (ulong step = 1; step <= 4; step++)
        {
            Tensor<float> gradient = new Numbers<float>(10 + step).Ordinary(37);
            state = wrapped.UpdateInPlace(state, [gradient]);
            plain = alone.Update(
                plain with { Parameters = [Mapped(plain.Parameters[0], x => x * (float)(1 - Rate * 0.5))] }, [Mapped(gradient, g => Math.Clamp(g, -0.25f, 0.25f))]);
            float[] now = plain.Parameters[0].Flat().ToArray();
            average = step == 1 ? now : [.. average.Zip(now, (a, p) => a + 0.25f * (p - a))];
            Bits.Same(plain.Parameters[0], state.Parameters[0]);
            Bits.Same<float>(average, state["averaged"][0].Flat());
        }
    }

    [Fact]
    public void Accumulated_gradients_are_those_that_a_wrapper_outside_gives()
    {
        IOptimizer<float> outside = new NativeBackend().Optimizer<float>(new ClipGradValue(new Accumulate(new Sgd(1), 2, AccumulationForm.Sum), 0.5)),
            inside = new NativeBackend().Optimizer<float>(new Accumulate(new ClipGradValue(new Sgd(1), 0.5), 2, AccumulationForm.Sum));
        OptimizerState<float> first = outside.Init([Tensor.Create([0f])]), second = inside.Init([Tensor.Create([0f])]);
        foreach (float g in (float[])[2, -0.25f])
        {
            first = outside.UpdateInPlace(first, [Tensor.Create([g])]);
            second = inside.UpdateInPlace(second, [Tensor.Create([g])]);
        }
        Assert.Equal(-0.25f, first.Parameters[0][0]);
        Assert.Equal(-0.5f, second.Parameters[0][0]);
        Assert.Equal(0f, first["accumulated"][0][0]);
    }

    [Fact]
    public void Norm_is_of_the_gradients_that_the_clipping_is_given()
    {
        IOptimizer<double> optimizer = new NativeBackend().Optimizer<double>(new ClipGradValue(new ClipGradNorm(new Sgd(1), 1), 1));
        OptimizerState<double> state = optimizer.UpdateInPlace(optimizer.Init([Tensor.Create([0.0, 0])]), [Tensor.Create([1.0, 100])]);
        Assert.Equal(-Math.Sqrt(0.5), state.Parameters[0][1], 1e-6);
        Assert.Equal(state.Parameters[0][0], state.Parameters[0][1]);
    }

    [Theory, MemberData(nameof(InPlace))]
    public void Step_in_place_allocates_the_state_that_it_returns_alone(OptimizerSpec spec)
    {
        IOptimizer<float> optimizer = new NativeBackend().Optimizer<float>(spec);
        Tensor<float>[] gradients = [new Numbers<float>(2).Ordinary(10, 10)];
        OptimizerState<float> state = optimizer.Init([new Numbers<float>(1).Ordinary(10, 10)]);
        state = optimizer.UpdateInPlace(optimizer.UpdateInPlace(state, gradients), gradients);
        long one = Allocated(() => _ = state with { Step = 7 });
        Assert.Equal(one, Allocated(() => optimizer.UpdateInPlace(state, gradients)));
    }

    [Fact]
    public void Every_kind_that_is_listed_is_one_of_the_catalogue() => Assert.All(Allocating.Keys, allocates =>
        Assert.Contains(typeof(OptimizerSpec).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IShowsExamples<OptimizerSpec>)) && !type.IsInterface)
            .SelectMany(type => (ImmutableArray<OptimizerSpec>)type.GetProperty(nameof(IShowsExamples<>.Examples))!.GetValue(null)!), spec => allocates(spec)));

    static bool Allocates(OptimizerSpec spec) => Allocating.Keys.Any(allocates => allocates(spec)) || (spec is OptimizerWrapper wrapper && Allocates(wrapper.Optimizer));

    static long Allocated(Action step)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        step();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    static Tensor<float> Mapped(Tensor<float> tensor, Func<float, float> map) => Tensor.Create([.. tensor.Flat().ToArray().Select(map)], tensor.Lengths);
}

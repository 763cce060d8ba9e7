using System.Numerics;
using ParityNet.Parity;
using TorchSharp;
using static ParityNet.TorchTests.Libtorch;
using Parameter = TorchSharp.Modules.Parameter;

namespace ParityNet.TorchTests;

public class OptimizerTests
{
    public static TheoryData<OptimizerSpec> Examples => [.. Catalog.Examples<OptimizerSpec>().Where(spec => spec.SmallestParameters <= 2 && spec.RankOf(0) is null)];

    /// <summary>Those that <c>torch.optim</c> has, but for one: TorchSharp's own SGD lets weights grow where it maximizes with decay.</summary>
    public static TheoryData<OptimizerSpec> Referenced => [.. Catalog.Examples<OptimizerSpec>().Where(spec => spec switch
    {
        Sgd s => s.Form == MomentumForm.Buffer && !(s.Maximize && s.WeightDecay > 0),
        Adagrad a => !a.Maximize && a.Placement == EpsilonPlacement.Outside,
        RmsProp r => r is { Placement: EpsilonPlacement.Outside, Form: MomentumForm.Buffer, InitialAccumulator: 0, BiasCorrection: false },
        Adam { DecoupledWeightDecay: true } or AdamW { FullyDecoupled: true } or AmsGradFamily { BiasCorrection: false } => false,
        AmsGradFamily { EpsilonRoot: 0 } a => a.Placement == EpsilonPlacement.Outside && a.AmsGradForm == AmsGradForm.Uncorrected,
        _ => false,
    })];

    [Theory, MemberData(nameof(Referenced))]
    public void Fifty_steps_are_torch_optims_to_the_last_bit(OptimizerSpec spec)
    {
        Follow<float>(spec);
        Follow<double>(spec);
    }

    [Theory, MemberData(nameof(Examples))]
    public void Update_in_place_gives_the_bits_of_update(OptimizerSpec spec)
    {
        IOptimizer<float> optimizer = Backend().Optimizer<float>(spec);
        OptimizerState<float> pure = optimizer.Init([Uneven<float>(5, 3, 5), Uneven<float>(6, 4)]), own = pure.Copy(), start = own;
        for (int step = 1; step <= 3; step++)
        {
            Tensor<float>[] gradients = [Uneven<float>(10 * step, 3, 5), Uneven<float>(10 * step + 1, 4)];
            OptimizerState<float> before = pure.Copy();
            OptimizerState<float> next = optimizer.Update(pure, gradients);
            AssertSame(before, pure);
            own = optimizer.UpdateInPlace(own, gradients);
            AssertSame(next, own);
            pure = next;
        }
        Assert.Equal(3, own.Step);
        Assert.All(own.Parameters.Zip(start.Parameters), pair => Assert.Same(pair.Second, pair.First));
        Assert.All(own.Slots.Keys, slot => Assert.All(own[slot].Zip(start[slot]), pair => Assert.Same(pair.Second, pair.First)));
    }

    [Fact]
    public void Momentum_forms_take_the_textbooks_steps()
    {
        // The update is 0.3 without momentum, and 0.3 + 0.9·0.5 = 0.75 with a velocity of 0.5.
        IOptimizer<double> velocity = Backend().Optimizer<double>(new Sgd(1, 0.5, Form: MomentumForm.Velocity));
        OptimizerState<double> state = velocity.Update(velocity.Init([Row(1.0)]), [Row(0.5)]);
        Assert.Equal(0.5, state.Parameters[0][0]);
        state = velocity.Update(state, [Row(0.25)]);
        Assert.Equal(0.5 - (0.5 * 0.5 + 0.25), state.Parameters[0][0]);
        IOptimizer<double> averaging = Backend().Optimizer<double>(new Sgd(1, 0.75, Form: MomentumForm.Averaging));
        Assert.Equal(1 - 0.25 * 0.5, averaging.Update(averaging.Init([Row(1.0)]), [Row(0.5)]).Parameters[0][0]);
    }

    [Fact]
    public void Learning_rate_of_one_step_takes_the_place_of_the_specs()
    {
        IOptimizer<double> sgd = Backend().Optimizer<double>(new Sgd(0.5));
        OptimizerState<double> start = sgd.Init([Row(1.0)]);
        Assert.Equal(0.75, sgd.Update(start, [Row(1.0)], 0.25).Parameters[0][0]);
        Assert.Equal(0.5, sgd.Update(start, [Row(1.0)]).Parameters[0][0]);
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => sgd.Update(start, [Row(1.0)], double.NaN));
        Assert.Equal("learningRate must be a finite number of at least 0, got NaN.", refused.Message);
    }

    [Fact]
    public void Wrong_gradients_are_refused_with_the_states_own_message()
    {
        IOptimizer<double> adam = Backend().Optimizer<double>(new Adam());
        OptimizerState<double> start = adam.Init([Row(1.0, 2)]);
        Assert.Equal("gradients must hold one tensor per parameter: expected 1, got 0.", Assert.Throws<ArgumentException>(() => adam.Update(start, [])).Message);
        Assert.Equal("gradient 0 must have the shape of parameter 0: expected [2], got [1].", Assert.Throws<ArgumentException>(() => adam.Update(start, [Row(1.0)])).Message);
    }

    static void Follow<T>(OptimizerSpec spec) where T : unmanaged, IFloatingPointIeee754<T>
    {
        IOptimizer<T> optimizer = Backend().Optimizer<T>(spec);
        OptimizerState<T> state = optimizer.Init([Uneven<T>(7, 19)]);
        using DisposeScope scope = torch.NewDisposeScope();
        Parameter parameter = new(Native(state.Parameters[0]));
        using torch.optim.Optimizer reference = Reference(spec, parameter);
        for (int step = 1; step <= 50; step++)
        {
            T[] gradient = [.. state.Parameters[0].ToArray().Select((p, i) => T.CreateTruncating(i - 9) * p + T.CreateTruncating(step % 3 - 1))];
            state = optimizer.Update(state, [Row(gradient)]);
            parameter.grad = Native(Row(gradient));
            reference.step();
            Assert.Equal(parameter.detach().data<T>().ToArray(), state.Parameters[0].ToArray());
        }
        Assert.Contains(state.Parameters[0].ToArray(), p => T.IsFinite(p) && p != T.Zero);
    }

    static torch.optim.Optimizer Reference(OptimizerSpec spec, Parameter p) => spec switch
    {
        Sgd s => torch.optim.SGD([p], s.LearningRate, s.Momentum, s.Dampening, s.WeightDecay, s.Nesterov, s.Maximize),
        Adam s => torch.optim.Adam([p], s.LearningRate, s.Beta1, s.Beta2, s.Epsilon, s.WeightDecay, s.AmsGrad, s.Maximize),
        AdamW s => torch.optim.AdamW([p], s.LearningRate, s.Beta1, s.Beta2, s.Epsilon, s.WeightDecay, s.AmsGrad, s.Maximize),
        Adagrad s => torch.optim.Adagrad([p], s.LearningRate, s.LearningRateDecay, s.WeightDecay, s.InitialAccumulator, s.Epsilon),
        RmsProp s => torch.optim.RMSProp([p], s.LearningRate, s.Alpha, s.Epsilon, s.WeightDecay, s.Momentum, s.Centered, s.Maximize),
        _ => throw new NotSupportedException(spec.Name),
    };

    static torch.Tensor Native<T>(Tensor<T> tensor) where T : unmanaged => tensor.ToArray() switch
    {
        float[] numbers => torch.tensor(numbers, [numbers.Length]),
        double[] numbers => torch.tensor(numbers, [numbers.Length]),
        _ => throw new NotSupportedException(typeof(T).Name),
    };

    static void AssertSame(OptimizerState<float> expected, OptimizerState<float> got)
    {
        Assert.Equal(expected.Step, got.Step);
        Assert.All(expected.Parameters.Zip(got.Parameters), pair => Assert.Equal(pair.First.ToArray(), pair.Second.ToArray()));
        Assert.Equal(expected.Slots.Keys.Order(), got.Slots.Keys.Order());
        foreach (string slot in expected.Slots.Keys)
            Assert.All(expected[slot].Zip(got[slot]), pair => Assert.Equal(pair.First.ToArray(), pair.Second.ToArray()));
    }
}

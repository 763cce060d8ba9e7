using System.Collections.Immutable;
using System.Numerics.Tensors;
using ParityNet.Optimizers;

namespace ParityNet.Native.Tests.Optimizers;

/// <summary>What textbooks work out by hand.</summary>
public class TextbookOptimizerTests
{
    static readonly NativeBackend Native = new();

    [Fact]
    public void Velocity_carries_nine_tenths_of_the_last_update()
    {
        OptimizerState<double> state = Step(new Sgd(0.1, 0.9, Form: MomentumForm.Velocity), With(0, ("momentum_buffer", 0.5)), 3);
        Assert.Equal(0.75, state["momentum_buffer"][0].Flat()[0]);
        Assert.Equal(-0.75, state.Parameters[0].Flat()[0]);
    }

    [Fact]
    public void Averaging_takes_one_tenth_of_the_new_gradient()
    {
        OptimizerState<double> state = Step(new Sgd(0.5, 0.75, Form: MomentumForm.Averaging), With(0, ("momentum_buffer", 4)), 8);
        Assert.Equal(0.75 * 4 + 0.25 * 8, state["momentum_buffer"][0].Flat()[0]);
        Assert.Equal(-0.5 * 5, state.Parameters[0].Flat()[0]);
    }

    [Fact]
    public void Buffer_starts_with_the_gradient_whatever_the_dampening()
    {
        OptimizerState<double> state = Native.Optimizer<double>(new Sgd(0.5, 0.5, Dampening: 0.5)).Init([Tensor.Create([0.0], [1])]);
        double[] buffers = [1, 1, 1];
        for (int i = 0; i < buffers.Length; i++)
        {
            state = Step(new Sgd(0.5, 0.5, Dampening: 0.5), state, 1);
            Assert.Equal(buffers[i], state["momentum_buffer"][0].Flat()[0]);
        }
    }

    [Fact]
    public void Dampening_holds_back_later_gradients()
    {
        OptimizerState<double> state = Step(new Sgd(0.5, 0.5, Dampening: 0.25), With(0, ("momentum_buffer", 2)) with { Step = 1 }, 4);
        Assert.Equal(0.5 * 2 + 0.75 * 4, state["momentum_buffer"][0].Flat()[0]);
    }

    [Fact]
    public void Mean_square_of_RMSProp_never_exceeds_the_greatest_square()
    {
        OptimizerState<double> state = Native.Optimizer<double>(new RmsProp()).Init([Tensor.Create([0.0], [1])]);
        foreach (double g in new Numbers<double>(1).Ordinary(200).Flat().ToArray())
        {
            state = Step(new RmsProp(), state, g);
            Assert.True(state["square_avg"][0].Flat()[0] <= 16);
        }
    }

    [Fact]
    public void Steps_of_Adagrad_shrink()
    {
        OptimizerState<double> state = Native.Optimizer<double>(new Adagrad(1)).Init([Tensor.Create([0.0], [1])]);
        double last = double.PositiveInfinity;
        for (int i = 0; i < 50; i++)
        {
            OptimizerState<double> next = Step(new Adagrad(1), state, 2);
            double size = state.Parameters[0].Flat()[0] - next.Parameters[0].Flat()[0];
            Assert.True(size > 0 && size < last);
            (state, last) = (next, size);
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(-0.25)]
    public void First_mean_of_Adam_is_corrected_to_the_gradient(double gradient)
    {
        OptimizerState<double> state = Step(new Adam(0.5, 0.5, 0.75, 0), With(0, ("exp_avg", 0), ("exp_avg_sq", 0)), gradient);
        Assert.Equal(0.5 * gradient, state["exp_avg"][0].Flat()[0]);
        Assert.Equal(-0.5 * Math.Sign(gradient), state.Parameters[0].Flat()[0]);
    }

    static OptimizerState<double> Step(OptimizerSpec spec, OptimizerState<double> state, double gradient) =>
        Native.Optimizer<double>(spec).Update(state, [Tensor.Create([gradient], [1])]);

    static OptimizerState<double> With(double parameter, params (string Slot, double Value)[] slots) => new(
        [Tensor.Create([parameter], [1])], 0,
        ImmutableDictionary.CreateRange(slots.Select(s =>
            KeyValuePair.Create(s.Slot, ImmutableArray.Create(Tensor.Create([s.Value], [1]))))));
}

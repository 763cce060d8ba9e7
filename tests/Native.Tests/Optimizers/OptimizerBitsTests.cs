using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Optimizers;

namespace ParityNet.Native.Tests.Optimizers;

/// <summary>What an optimizer gives depends on its arguments alone.</summary>
public class OptimizerBitsTests
{
    public static TheoryData<OptimizerSpec> Optimizers => Examples.Optimizers;

    [Theory, MemberData(nameof(Optimizers))]
    public void Optimizer_has_the_same_bits_at_every_width(OptimizerSpec spec)
    {
        Widths<float>(spec);
        Widths<double>(spec);
    }

    [Theory, MemberData(nameof(Optimizers))]
    public void Large_step_has_the_same_bits_for_every_number_of_threads(OptimizerSpec spec)
    {
        Tensor<float>[] parameters = [new Numbers<float>(1).Mixed(300_001)], gradients = [new Numbers<float>(2).Mixed(300_001)];
        Same(Step(new NativeBackend(1), spec, parameters, [gradients]), Step(new NativeBackend(4), spec, parameters, [gradients]));
    }

    [Theory, MemberData(nameof(Optimizers))]
    public void Step_in_place_has_the_bits_of_the_pure_step(OptimizerSpec spec)
    {
        IOptimizer<float> optimizer = new NativeBackend().Optimizer<float>(spec);
        OptimizerState<float> pure = optimizer.Init(Parameters<float>()), inPlace = pure.Copy();
        for (ulong step = 0; step < 4; step++)
        {
            Tensor<float>[] gradients = Gradients<float>(step);
            OptimizerState<float> before = pure.Copy();
            OptimizerState<float> next = optimizer.Update(pure, gradients, 0.1 / (step + 1));
            Same(before, pure);
            Tensor<float> own = inPlace.Parameters[0];
            inPlace = optimizer.UpdateInPlace(inPlace, gradients, 0.1 / (step + 1));
            Assert.Same(own, inPlace.Parameters[0]);
            Same(next, inPlace);
            pure = next;
        }
    }

    [Theory, MemberData(nameof(Optimizers))]
    public void Learning_rate_of_the_spec_is_what_null_means(OptimizerSpec spec)
    {
        IOptimizer<double> optimizer = new NativeBackend().Optimizer<double>(spec);
        OptimizerState<double> start = optimizer.Init(Parameters<double>());
        Same(optimizer.Update(start, Gradients<double>(1)), optimizer.Update(start, Gradients<double>(1), spec.LearningRate));
    }

    [Theory, MemberData(nameof(Optimizers))]
    public void Gradients_stay_as_they_were(OptimizerSpec spec)
    {
        Tensor<double>[] gradients = Gradients<double>(1), copies = [.. gradients.Select(g => g.Copy())];
        IOptimizer<double> optimizer = new NativeBackend().Optimizer<double>(spec);
        optimizer.UpdateInPlace(optimizer.Init(Parameters<double>()), gradients);
        for (int i = 0; i < gradients.Length; i++)
            Bits.Same(copies[i], gradients[i]);
    }

    [Theory, MemberData(nameof(Optimizers))]
    public void Gradient_in_a_slice_steps_like_its_copy(OptimizerSpec spec)
    {
        Tensor<double> slice = new Numbers<double>(4).Ordinary(6, 9).Slice(1..5, 2..7);
        Tensor<double>[] parameters = [new Numbers<double>(5).Ordinary(4, 5)];
        Same(Step(new NativeBackend(), spec, parameters, [[slice.Copy()]]), Step(new NativeBackend(), spec, parameters, [[slice]]));
    }

    static void Widths<T>(OptimizerSpec spec) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T>[][] steps = [Gradients<T>(1), Gradients<T>(2), Gradients<T>(3)];
        OptimizerState<T> expected = Step(Plans.Scalar, spec, Parameters<T>(), steps);
        foreach (NativeBackend other in Plans.Others)
            Same(expected, Step(other, spec, Parameters<T>(), steps));
    }

    static OptimizerState<T> Step<T>(NativeBackend backend, OptimizerSpec spec, Tensor<T>[] parameters, Tensor<T>[][] gradients)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        IOptimizer<T> optimizer = backend.Optimizer<T>(spec);
        return gradients.Aggregate(optimizer.Init(parameters), (state, step) => optimizer.Update(state, step));
    }

    static Tensor<T>[] Parameters<T>() where T : unmanaged, IFloatingPointIeee754<T> =>
        [new Numbers<T>(1).Mixed(4, 33), new Numbers<T>(2).Mixed(1), new Numbers<T>(3).Mixed(0), new Numbers<T>(4).Mixed(67)];

    static Tensor<T>[] Gradients<T>(ulong seed) where T : unmanaged, IFloatingPointIeee754<T> =>
        [new Numbers<T>(seed + 10).Mixed(4, 33), new Numbers<T>(seed + 20).Mixed(1), new Numbers<T>(seed + 30).Mixed(0), new Numbers<T>(seed + 40).Mixed(67)];

    static void Same<T>(OptimizerState<T> expected, OptimizerState<T> actual) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Assert.Equal(expected.Step, actual.Step);
        Assert.Equal(expected.Slots.Keys.Order(), actual.Slots.Keys.Order());
        for (int i = 0; i < expected.Parameters.Length; i++)
        {
            Bits.Same(expected.Parameters[i], actual.Parameters[i]);
            foreach (string slot in expected.Slots.Keys)
                Bits.Same(expected[slot][i], actual[slot][i]);
        }
    }
}

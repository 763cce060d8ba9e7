using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Layers;
using ParityNet.Losses;
using ParityNet.Native.Ranges;
using ParityNet.Native.Simd;
using ParityNet.Native.Tests.Losses;
using ParityNet.Optimizers;

namespace ParityNet.Native.Tests.Ranges;

/// <summary>Numbers with an exponent of their own give the bits of plain ones wherever nothing leaves the range, infinities and NaN among them or not.</summary>
public class FallbackTests
{
    const ulong Seeds = 12;

    // So few terms are added in the same order by both.
    static readonly nint[][] Shapes = [[1], [3], [1, 1], [2, 3], [3, 5], [2, 3, 2], [3, 1, 4], [2, 2, 3]];

    static readonly NativeBackend Plain = new(new Plan(VectorWidth.Scalar, 1), null), Wide = new(Plan.Wide, null);

    public static TheoryData<LossSpec> Losses => Examples.Losses;

    public static TheoryData<ActivationSpec> Activations => Examples.Activations;

    public static TheoryData<LayerSpec> Layers => Examples.Layers;

    public static TheoryData<OptimizerSpec> Optimizers => Examples.Optimizers;

    [Theory, MemberData(nameof(Losses))]
    public void Loss_has_the_same_bits_with_exponents_of_their_own(LossSpec spec)
    {
        Same<float>(spec, shape => LossCases.Takes(spec, shape), backend => backend.Loss<float>(spec), operands => LossCases.Gradients(spec, operands));
        Same<double>(spec, shape => LossCases.Takes(spec, shape), backend => backend.Loss<double>(spec), operands => LossCases.Gradients(spec, operands));
    }

    [Theory, MemberData(nameof(Activations))]
    public void Activation_has_the_same_bits_with_exponents_of_their_own(ActivationSpec spec)
    {
        Same<float>(spec, shape => spec.FitsLead(shape), backend => backend.Activation<float>(spec), operands => Differentiable(spec, operands));
        Same<double>(spec, shape => spec.FitsLead(shape), backend => backend.Activation<double>(spec), operands => Differentiable(spec, operands));
    }

    [Theory, MemberData(nameof(Layers))]
    public void Layer_has_the_same_bits_with_exponents_of_their_own(LayerSpec spec)
    {
        Same<float>(spec, shape => Takes(spec, shape), backend => backend.Layer<float>(spec), operands => Differentiable(spec, operands));
        Same<double>(spec, shape => Takes(spec, shape), backend => backend.Layer<double>(spec), operands => Differentiable(spec, operands));
    }

    [Theory, MemberData(nameof(Optimizers))]
    public void Optimizer_has_the_same_bits_with_exponents_of_their_own(OptimizerSpec spec)
    {
        Steps<float>(spec);
        Steps<double>(spec);
    }

    static void Same<T>(FunctionSpec spec, Predicate<nint[]> takes, Func<NativeBackend, IFunction<T>> bind, Func<Operands<T>, string[]> gradients)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool any = false;
        string[] optional = [.. spec.Operands.Where(o => o.Optional).Select(o => o.Name)];
        foreach (nint[] shape in Shapes.Where(shape => takes(shape)))
            for (ulong seed = 1; seed <= Seeds; seed++)
            {
                Operands<T> operands = Of<T>(spec, shape, seed, seed % 3 == 0 ? optional : []);
                string[] wanted = gradients(operands);
                Tensor<T> cotangent = new Numbers<T>(seed + 50).Ordinary([.. spec.Check(operands)]);
                Bits.Same(bind(Plain).Evaluate(operands, wanted, cotangent), Again.Run(() => bind(Wide).Evaluate(operands, wanted, cotangent), Again.Rounded));
                any = true;
            }
        Assert.True(any);
    }

    static Operands<T> Of<T>(FunctionSpec spec, nint[] shape, ulong seed, string[] optional) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Operands<T> operands = SampleArguments.Of<T>(spec, shape, seed, seed % 2 == 0, optional);
        var numbers = new Numbers<T>(seed + 100);
        return seed % 4 == 0 ? operands : spec.Operands
            .Where(o => operands.Has(o.Name) && !operands[o.Name].IsIndices)
            .Aggregate(operands, (all, o) => all.With(o.Name, numbers.Special(operands[o.Name].Numbers, o.Domain)));
    }

    static void Steps<T>(OptimizerSpec spec) where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            IOptimizer<T> plain = Plans.Scalar.Optimizer<T>(spec), wide = new NativeBackend(Plan.Wide).Optimizer<T>(spec);
            OptimizerState<T> state = plain.Init([Of(seed, 3, 4), Of(seed + 1, 5)]);
            for (ulong step = 0; step < 3; step++)
            {
                Tensor<T>[] gradients = [Of(10 * seed + step, 3, 4), Of(10 * seed + step + 5, 5)];
                OptimizerState<T> before = state, other = Again.Run(() => wide.Update(before, gradients), Rounded);
                state = plain.Update(state, gradients);
                foreach (var (expected, actual) in Tensors(state).Zip(Tensors(other)))
                    Bits.Same(expected, actual);
            }
        }

        static Tensor<T> Of(ulong seed, params nint[] shape) => new Numbers<T>(seed) is var numbers && numbers.Ordinary(shape) is var ordinary && seed % 2 == 0 ? ordinary : numbers.Special(ordinary, Domain.Any);
    }

    static OptimizerState<T> Rounded<T>(OptimizerState<T> state) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Again.Round(Tensors(state));
        return state;
    }

    static IEnumerable<Tensor<T>> Tensors<T>(OptimizerState<T> state) where T : unmanaged, IFloatingPointIeee754<T> =>
        state.Parameters.Concat(state.Slots.OrderBy(slot => slot.Key, StringComparer.Ordinal).SelectMany(slot => slot.Value));

    static string[] Differentiable<T>(FunctionSpec spec, Operands<T> operands) where T : unmanaged, IFloatingPointIeee754<T> =>
        [.. spec.Operands.Where(o => o.Differentiable && operands.Has(o.Name)).Select(o => o.Name)];

    static bool Takes(LayerSpec spec, nint[] shape) => spec switch
    {
        TrailingNorm norm => new ReadOnlySpan<nint>(shape).EndsWith((nint[])[.. norm.NormalizedShape.Select(length => (nint)length)]),
        ChannelLayer => shape.Length > 1 && shape[0] > 1 && spec.FitsLead(shape),
        _ => shape.Length > 1,
    };
}

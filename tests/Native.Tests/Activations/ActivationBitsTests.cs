using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Activations;

namespace ParityNet.Native.Tests.Activations;

/// <summary>What an activation gives depends on its arguments alone.</summary>
public class ActivationBitsTests
{
    static readonly nint[][] Shapes = [[0], [1], [3], [17], [64], [129], [5, 7], [0, 3], [2, 0], [2, 3, 4], [9, 10], [1, 33], [2, 3, 2, 2], [2, 600], [515, 3]];

    public static TheoryData<ActivationSpec> Activations => Examples.Activations;

    [Theory, MemberData(nameof(Activations))]
    public void Activation_has_the_same_bits_at_every_width(ActivationSpec spec)
    {
        Widths<float>(spec);
        Widths<double>(spec);
    }

    [Theory, MemberData(nameof(Activations))]
    public void Large_activation_has_the_same_bits_for_every_number_of_threads(ActivationSpec spec)
    {
        foreach (nint[] shape in (nint[][])[[30_002, 10], [8, 43_210]])
        {
            Operands<float> operands = Of<float>(spec, shape, 5)[0];
            Bits.Same(new NativeBackend(1).Activation<float>(spec).Evaluate(operands), new NativeBackend(4).Activation<float>(spec).Evaluate(operands));
        }
    }

    [Theory, MemberData(nameof(Activations))]
    public void Activation_of_a_slice_has_the_bits_of_the_activation_of_its_copy(ActivationSpec spec)
    {
        IActivation<double> activation = Plans.Scalar.Activation<double>(spec);
        Tensor<double> slice = new Numbers<double>(1).Mixed(6, 9).Slice(1..5, 2..8);
        Operands<double> Given(Tensor<double> input) => With(spec, input, new Numbers<double>(3), 1);
        nint[] shape = [.. spec.Check(Given(slice))];
        Tensor<double> cotangent = new Numbers<double>(2).Ordinary(9, 8).Slice(3..(int)(3 + shape[0]), 1..(int)(1 + shape[1]));
        Bits.Same(activation.Evaluate(Given(slice.Copy()), cotangent: cotangent.Copy()), activation.Evaluate(Given(slice), cotangent: cotangent));
    }

    [Theory, MemberData(nameof(Activations))]
    public void Activation_leaves_its_arguments_as_they_were(ActivationSpec spec)
    {
        Operands<float> operands = Of<float>(spec, [6, 8], 1)[0];
        Dictionary<string, float[]> before = Bits.Of(operands);
        new NativeBackend().Activation<float>(spec).Evaluate(operands);
        foreach ((string name, float[] numbers) in Bits.Of(operands))
            Bits.Same<float>(before[name], numbers);
    }

    [Theory, MemberData(nameof(Activations))]
    public void Pullback_scales_with_the_cotangent(ActivationSpec spec)
    {
        IActivation<double> activation = new NativeBackend().Activation<double>(spec);
        Operands<double> operands = With(spec, new Numbers<double>(1).Ordinary(6, 8), new Numbers<double>(3), 1);
        Tensor<double> cotangent = new Numbers<double>(2).Ordinary([.. spec.Check(operands)]), twice = Tensor.Create([.. cotangent.Flat().ToArray().Select(c => 2 * c)], cotangent.Lengths);
        double[] once = activation.Evaluate(operands, cotangent: cotangent).Gradients["input"].Flat().ToArray();
        Bits.Same<double>([.. once.Select(g => 2 * g)], activation.Evaluate(operands, cotangent: twice).Gradients["input"].Flat());
    }

    static void Widths<T>(ActivationSpec spec) where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (nint[] shape in Shapes.Where(shape => spec.FitsLead(shape)))
            foreach (Operands<T> operands in Of<T>(spec, shape, 7))
            {
                string[] gradients = [.. spec.Operands.Where(o => o.Differentiable).Select(o => o.Name)];
                Tensor<T> cotangent = new Numbers<T>(9).Ordinary([.. spec.Check(operands)]);
                Evaluation<T> expected = Plans.Scalar.Activation<T>(spec).Evaluate(operands, gradients, cotangent);
                Bits.Same(Plans.Scalar.Activation<T>(spec).Value(operands), expected.Value);
                foreach (NativeBackend other in Plans.Others)
                    Bits.Same(expected, other.Activation<T>(spec).Evaluate(operands, gradients, cotangent));
            }
    }

    static Operands<T>[] Of<T>(ActivationSpec spec, nint[] shape, ulong seed) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var numbers = new Numbers<T>(seed);
        Operands<T> one = With(spec, numbers.Mixed(shape), numbers, 1);
        return spec is PReLU && shape.Length > 1 && shape[1] > 0 ? [one, With(spec, one.Input, numbers, shape[1])] : [one];
    }

    static Operands<T> With<T>(ActivationSpec spec, Tensor<T> input, Numbers<T> numbers, nint weights) where T : unmanaged, IFloatingPointIeee754<T> => spec switch
    {
        PReLU => Operands<T>.Of(input).With("weight", numbers.Ordinary(weights)),
        RReLU { Training: true } => Operands<T>.Of(input).With("noise", numbers.Ordinary(input.Lengths.ToArray())),
        _ => Operands<T>.Of(input),
    };
}

using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Definitions.Numbers;
using Xunit;

namespace ParityNet.Definitions.Tests.Facade;

public sealed class ClosedFormTests
{
    public static TheoryData<Closed> Right => [.. Closed.Right];

    public static TheoryData<Closed> Wrong => [.. Closed.Wrong];

    // Kinks, ties, saturation and every size; targets of −1, 0 and 1 among others.
    static float[] Numbers { get; } =
    [
        0, 0.25f, 0.5f, 1, -1, 2, -2, 3, 0.75f, -0.5f, 1.5f, 0.1f, 1e-10f, -1e-10f, 1e-30f, 5, -5, 12, -12, 17, -17, 20.5f, 40, -40, 90, -100, 1e8f,
        0.3f, -0.7f, 1.1f,
    ];

    [Theory, MemberData(nameof(Right))]
    public void Closed_form_lies_inside(Closed closed) => Assert.Empty(Outside(closed));

    [Theory, MemberData(nameof(Wrong))]
    public void Planted_error_falls_outside(Closed closed) => Assert.NotEmpty(Outside(closed));

    static List<string> Outside(Closed closed)
    {
        (float X, float Y)[] pairs = [.. Numbers.SelectMany(_ => Numbers, (x, y) => (x, y))];
        Tensor<float> x = Tensor.Create(Array.ConvertAll(pairs, p => p.X), [pairs.Length]), y = Tensor.Create(Array.ConvertAll(pairs, p => p.Y), [pairs.Length]);
        Operands<float> operands = closed.Spec is ActivationSpec ? Operands<float>.Of(x) : Operands<float>.Of(x, y);
        DefinedFunction<Enclosure<float>> bounds = Definition.Enclose(closed.Spec, operands);
        var outside = new List<string>();
        for (int i = 0; i < pairs.Length; i++)
        {
            Enclosure<float> bound = closed.IsDerivative ? bounds.Gradients["input"][i] : bounds.Value[i];
            float value = (float)closed.Form(pairs[i].X, pairs[i].Y);
            if (!bound.Contains(value))
                outside.Add(FormattableString.Invariant($"{closed} at {pairs[i]}: expected {bound}, got {value}."));
        }

        return outside;
    }
}

using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Tests.Facade;

/// <summary>Short ways to build arguments and to read what a definition gives in doubles.</summary>
static class Make
{
    public static Tensor<double> Row(params double[] numbers) => Tensor.Create(numbers, [numbers.Length]);

    public static Tensor<double> Rows(int columns, params double[] numbers) => Tensor.Create(numbers, [numbers.Length / columns, columns]);

    public static Tensor<long> Labels(params long[] labels) => Tensor.Create(labels, [labels.Length]);

    public static Tensor<T> Random<T>(Random random, Func<double, double> shape, params nint[] lengths)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var data = new T[Shape.Count(lengths)];
        for (int i = 0; i < data.Length; i++)
            data[i] = T.CreateTruncating(shape(Normal(random)));
        return Tensor.Create(data, lengths);
    }

    public static double Value(FunctionSpec spec, Operands<double> operands) =>
        Definition.Evaluate<double, Plain>(spec, operands).Value[0].Value;

    public static double[] Values(FunctionSpec spec, Operands<double> operands) =>
        [.. Definition.Evaluate<double, Plain>(spec, operands).Value.Select(v => v.Value)];

    public static double[] Gradient(FunctionSpec spec, Operands<double> operands, string name = "input", Tensor<double>? cotangent = null) =>
        [.. Definition.Evaluate<double, Plain>(spec, operands, [name], cotangent).Gradients[name].Select(v => v.Value)];

    // G. E. P. Box and M. E. Muller, 1958.
    static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}

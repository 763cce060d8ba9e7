using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Cli.Functions;

/// <summary>The functions of <see cref="TensorPrimitives"/>, with the vector width that the runtime chooses.</summary>
sealed class TensorFunctions : IFunctions
{
    public IReadOnlyList<string> Names { get; } = ["exp", "expm1", "log", "log1p", "tanh", "sigmoid", "sqrt", .. Powers.All.Keys];

    public void Apply<T>(string name, ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T>
    {
        switch (name)
        {
            case "exp": TensorPrimitives.Exp(x, y); break;
            case "expm1": TensorPrimitives.ExpM1(x, y); break;
            case "log": TensorPrimitives.Log(x, y); break;
            case "log1p": TensorPrimitives.LogP1(x, y); break;
            case "tanh": TensorPrimitives.Tanh(x, y); break;
            case "sigmoid": TensorPrimitives.Sigmoid(x, y); break;
            case "sqrt": TensorPrimitives.Sqrt(x, y); break;
            default: TensorPrimitives.Pow(x, T.CreateChecked(Powers.All[name]), y); break;
        }
    }
}

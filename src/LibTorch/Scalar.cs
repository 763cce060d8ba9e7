namespace TorchSharp;

/// <summary>A number beside tensors: an integer or a floating-point number.</summary>
public sealed class Scalar : IDisposable
{
    readonly long bits;

    Scalar(torch.ScalarType type, long bits) => (Type, this.bits) = (type, bits);

    /// <summary>What libtorch takes the number for: Int64 or Float64.</summary>
    public torch.ScalarType Type { get; }

    /// <summary>An integer.</summary>
    public static implicit operator Scalar(int value) => (long)value;

    /// <summary>An integer.</summary>
    public static implicit operator Scalar(long value) => new(torch.ScalarType.Int64, value);

    /// <summary>A floating-point number.</summary>
    public static implicit operator Scalar(float value) => (double)value;

    /// <summary>A floating-point number.</summary>
    public static implicit operator Scalar(double value) => new(torch.ScalarType.Float64, BitConverter.DoubleToInt64Bits(value));

    /// <summary>Nothing to give back; here because TorchSharp's scalars have it.</summary>
    public void Dispose()
    {
    }

    internal double Real => Type == torch.ScalarType.Float64 ? BitConverter.Int64BitsToDouble(bits) : bits;

    internal long Integer => Type == torch.ScalarType.Float64 ? (long)Real : bits;
}

using System.Text;

namespace TorchSharp.Interop;

/// <summary>One argument of an operator: anything a schema can ask for, converted where it is passed.</summary>
readonly struct Argument
{
    static readonly Argument Missing = new(ArgumentTag.None);

    internal readonly ArgumentTag Tag;
    internal readonly long Bits;
    internal readonly object? Held;

    Argument(ArgumentTag tag, long bits = 0, object? held = null) => (Tag, Bits, Held) = (tag, bits, held);

    /// <summary>How many 8-byte words the argument needs beside its own.</summary>
    internal int Words => Held switch
    {
        long[] list => list.Length,
        torch.Tensor[] list => list.Length,
        byte[] text => (text.Length + sizeof(long) - 1) / sizeof(long),
        _ => 0,
    };

    public static implicit operator Argument(torch.Tensor? value) =>
        value is null ? Missing : new(ArgumentTag.Tensor, 0, value);

    public static implicit operator Argument(torch.Tensor[] value) => new(ArgumentTag.TensorList, 0, value);

    public static implicit operator Argument(long value) => new(ArgumentTag.Int, value);

    public static implicit operator Argument(double value) => new(ArgumentTag.Double, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Argument(bool value) => new(ArgumentTag.Bool, value ? 1 : 0);

    public static implicit operator Argument(long[]? value) =>
        value is null ? Missing : new(ArgumentTag.IntList, 0, value);

    public static implicit operator Argument(ReadOnlySpan<long> value) => value.ToArray();

    public static implicit operator Argument(torch.ScalarType value) => (long)value;

    public static implicit operator Argument(torch.ScalarType? value) => value is { } given ? given : Missing;

    public static implicit operator Argument(torch.nn.Reduction value) => (long)value;

    public static implicit operator Argument(string? value) =>
        value is null ? Missing : new(ArgumentTag.String, 0, Encoding.UTF8.GetBytes(value));

    public static implicit operator Argument(Scalar? value) => value switch
    {
        null => Missing,
        { Type: torch.ScalarType.Float64 } => value.Real,
        _ => value.Integer,
    };
}

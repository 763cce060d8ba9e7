using ParityNet.Native.Simd;

namespace ParityNet.Native.Tests;

/// <summary>Backends that must all give the same bits.</summary>
static class Plans
{
    public static NativeBackend Scalar { get; } = new(new Plan(VectorWidth.Scalar, 1));

    public static NativeBackend[] Others { get; } =
    [
        new(new Plan(VectorWidth.Bits128, 1)), new(new Plan(VectorWidth.Bits256, 2)), new(new Plan(VectorWidth.Bits512, 1)), new(new Plan(VectorWidth.Bits512, 3)),
    ];
}

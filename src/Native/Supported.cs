using System.Numerics;

namespace ParityNet.Native;

/// <summary>Whether an element type is one of those that kernels are written for.</summary>
static class Supported<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Passes a spec through where the type is supported.</summary>
    public static TSpec Spec<TSpec>(TSpec spec) where TSpec : OpSpec
    {
        ArgumentNullException.ThrowIfNull(spec);
        return typeof(T) == typeof(float) || typeof(T) == typeof(double)
            ? spec
            : throw new NotSupportedException($"{spec.Name} must be computed in a supported type: expected Single or Double, got {typeof(T).Name}.");
    }
}

using System.Numerics;

namespace ParityNet.Native;

/// <summary>Checks that kernels support an element type.</summary>
static class Supported<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Returns the spec if the type is supported, else throws.</summary>
    public static TSpec Spec<TSpec>(TSpec spec) where TSpec : OpSpec
    {
        ArgumentNullException.ThrowIfNull(spec);
        return typeof(T) == typeof(float) || typeof(T) == typeof(double)
            ? spec
            : throw new NotSupportedException($"{spec.Name} must be computed in a supported type: expected Single or Double, got {typeof(T).Name}.");
    }
}

using System.Numerics;
using ParityNet.Activations;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>An activation of elements bound to its kernel.</summary>
/// <typeparam name="E">The type to compute in: <typeparamref name="T"/>, or <c>double</c> where a transcendental function is to be rounded once.</typeparam>
/// <typeparam name="T">The floating-point type of arguments and results.</typeparam>
/// <typeparam name="K">The kernel.</typeparam>
sealed unsafe class BoundElementActivation<E, T, K>(ActivationSpec spec, K kernel, Plan plan) : BoundActivation<T>(spec)
    where E : unmanaged, IFloatingPointIeee754<E>
    where T : unmanaged, IFloatingPointIeee754<T>
    where K : struct, IElementActivation<E>
{
    public override bool StaysFinite => K.StaysFinite;

    protected override void Run(ActivationMemory<T> memory, ReadOnlySpan<nint> shape) => Run(kernel, memory, Shape.Count(shape), plan);

    /// <summary>Applies a kernel to all elements.</summary>
    public static void Run(K kernel, ActivationMemory<T> memory, nint count, Plan plan)
    {
        if (memory.ByInput != null)
            Blocks.Run<E, ActivationStep<E, T, K>>(new(kernel, memory.X, memory.Cotangent, memory.Value, memory.ByInput), count, plan);
        else if (memory.Value != null)
            Blocks.Run<E, ValueStep<E, T, K>>(new(kernel, memory.X, memory.Value), count, plan);
    }
}

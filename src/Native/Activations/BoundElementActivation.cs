using System.Numerics;
using ParityNet.Activations;
using ParityNet.Native.Ranges;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>An elementwise activation bound to its kernel.</summary>
/// <typeparam name="E">The type of the computation: <typeparamref name="T"/>, or <c>double</c> so that a transcendental function is rounded
/// once.</typeparam>
/// <typeparam name="T">The floating-point type of arguments and results.</typeparam>
/// <typeparam name="K">The kernel.</typeparam>
sealed unsafe class BoundElementActivation<E, T, K>(ActivationSpec spec, K kernel, Plan plan) : BoundActivation<T>(spec), ITelling
    where E : unmanaged, IFloatingPointIeee754<E>
    where T : unmanaged, IFloatingPointIeee754<T>
    where K : struct, IElementActivation<E>
{
    public override bool StaysFinite => K.StaysFinite;

    public bool TellsOfValue => true;

    protected override void Run(ActivationBuffers<T> buffers, ReadOnlySpan<nint> shape) => Run(kernel, buffers, Shape.Count(shape), plan);

    /// <summary>Applies a kernel to all elements.</summary>
    public static void Run(K kernel, ActivationBuffers<T> buffers, nint count, Plan plan)
    {
        if (buffers.ByInput != null)
            Run(new ActivationStep<E, T, K>(kernel, buffers.X, buffers.Cotangent, buffers.Value, buffers.ByInput), buffers, count, plan);
        else if (buffers.Value != null)
            Run(new ValueStep<E, T, K>(kernel, buffers.X, buffers.Value), buffers, count, plan);
    }

    static void Run<S>(S step, ActivationBuffers<T> buffers, nint count, Plan plan) where S : struct, IStep<E>
    {
        if (K.StaysFinite)
            Blocks.Run<E, S>(step, count, plan);
        else
            Blocks.Run<E, S, EndReader<T>>(step, new(buffers.Value, buffers.ByInput), count, plan);
    }
}

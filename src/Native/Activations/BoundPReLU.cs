using System.Numerics;
using ParityNet.Activations;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>A leaky ReLU with learned slopes, bound to its kernel; elements of one channel share one.</summary>
sealed unsafe class BoundPReLU<T>(PReLU spec, Plan plan) : BoundActivation<T>(spec) where T : unmanaged, IFloatingPointIeee754<T>
{
    protected override void Run(ActivationMemory<T> memory, ReadOnlySpan<nint> shape)
    {
        nint count = Shape.Count(shape), inner = memory.Weights == 1 ? count : Shape.Count(shape[2..]);
        var totals = new Total[memory.Weights];
        for (nint start = 0, run = 0; start < count; start += inner, run++)
        {
            nint channel = run % memory.Weights;
            double sum = Sums.Run<T, PReLUKernel<T>>(new(From(memory, start), memory.Weight[channel]), inner, plan);
            totals[channel] += new Total(sum, 0);
        }
        if (memory.ByWeight != null)
            for (int channel = 0; channel < totals.Length; channel++)
                memory.ByWeight[channel] = Real.Of<T>(totals[channel].Value);
    }

    static ActivationMemory<T> From(ActivationMemory<T> memory, nint start) => new()
    {
        X = memory.X + start,
        Cotangent = memory.Cotangent == null ? null : memory.Cotangent + start,
        Value = memory.Value == null ? null : memory.Value + start,
        ByInput = memory.ByInput == null ? null : memory.ByInput + start,
    };
}

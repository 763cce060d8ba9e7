using System.Numerics;

namespace ParityNet.Native.Optimizers;

/// <summary>The input and output buffers of a step, which may be the same; null for slots that a rule lacks.</summary>
unsafe struct RuleBuffers<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public T* Parameter, Gradient, First, Second, Third, Fourth;
    public T* NextParameter, NextFirst, NextSecond, NextThird, NextFourth;
}

using System.Numerics;

namespace ParityNet.Native.Optimizers;

/// <summary>Where a step reads and writes, which may be the same memory; null for slots that a rule lacks.</summary>
unsafe struct RuleBuffers<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public T* Parameter, Gradient, First, Second, Third, Fourth;
    public T* NextParameter, NextFirst, NextSecond, NextThird, NextFourth;
}

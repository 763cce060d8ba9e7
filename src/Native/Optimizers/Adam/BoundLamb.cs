using System.Numerics;
using ParityNet.Native.Memory;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>LAMB: a pass for the update direction and its norm, then the step along it.</summary>
sealed unsafe class BoundLamb<T>(Lamb spec, Plan plan) : TensorOptimizer<T>(spec) where T : unmanaged, IFloatingPointIeee754<T>
{
    protected override void Step(TensorStep<T> at)
    {
        var direction = Fresh.Array<T>(at.Gradient.Length);
        fixed (T* p = at.Parameter, g = at.Gradient, m = at.Slot("exp_avg"), v = at.Slot("exp_avg_sq"), u = direction)
        fixed (T* np = at.NextParameter, nm = at.NextSlot("exp_avg"), nv = at.NextSlot("exp_avg_sq"))
        {
            Blocks.Run<T, RuleStep<T, LambRule<T>>>(new(new(spec, new(at.Number, at.Rate)),
                new() { Parameter = p, Gradient = g, First = m, Second = v, NextParameter = u, NextFirst = nm, NextSecond = nv }), direction.Length,
                    plan);
            Number size = Norms.Two(at.Parameter, plan), length = Norms.Two<T>(direction, plan),
                ratio = size.IsZero || length.IsZero ? 1 : size / length;
            Blocks.Run<T, PairStep<T, Descent<T>>>(new(p, u, np, new(ratio * at.Rate)), direction.Length, plan);
        }
    }
}

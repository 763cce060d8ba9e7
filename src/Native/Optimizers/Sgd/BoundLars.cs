using System.Numerics;
using ParityNet.Native.Memory;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>LARS: the norms of the parameter and of the decayed gradient, then the step.</summary>
sealed unsafe class BoundLars<T>(Lars spec, Plan plan) : TensorOptimizer<T>(spec) where T : unmanaged, IFloatingPointIeee754<T>
{
    protected override void Step(TensorStep<T> at)
    {
        var decayed = Fresh.Array<T>(at.Gradient.Length);
        fixed (T* p = at.Parameter, g = at.Gradient, b = at.Slot("momentum_buffer"), d = decayed)
        fixed (T* np = at.NextParameter, nb = at.NextSlot("momentum_buffer"))
        {
            Blocks.Run<T, RuleStep<T, DecayedGradientRule<T>>>(new(new(spec), new() { Parameter = p, Gradient = g, NextParameter = d }),
                decayed.Length, plan);
            Number size = Norms.Two(at.Parameter, plan), length = Norms.Two<T>(decayed, plan);
            Number ratio = size.IsZero || length.IsZero ? 1 : size * spec.TrustCoefficient / (length + spec.Epsilon);
            Blocks.Run<T, RuleStep<T, LarsRule<T>>>(new(new(spec, ratio * at.Rate),
                new() { Parameter = p, Gradient = g, First = b, NextParameter = np, NextFirst = nb }), decayed.Length, plan);
        }
    }
}

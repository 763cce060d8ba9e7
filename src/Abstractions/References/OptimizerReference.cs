using System.Numerics;
using ParityNet.Optimizers;

namespace ParityNet.References;

/// <summary>An optimizer of a library.</summary>
/// <param name="member">The member, as user code names it.</param>
/// <param name="specType">The type of spec that it computes.</param>
/// <param name="defaults">
/// The spec that the member must equal when it is called without options; null where the options of each spec are given to it.
/// </param>
public abstract class OptimizerReference(string member, Type specType, OpSpec? defaults = null) : Reference(member, specType, defaults)
{
    /// <summary>Binds the optimizer to a spec.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="spec">The spec to bind.</param>
    /// <returns>An optimizer that steps from any state; null where the library lacks one of the options.</returns>
    public abstract IOptimizer<T>? Bind<T>(OptimizerSpec spec) where T : unmanaged, IFloatingPointIeee754<T>;
}

using System.Numerics;

namespace ParityNet.References;

/// <summary>A function, method or module of a library that computes a loss, an activation or a layer.</summary>
/// <param name="member">The member, as user code names it.</param>
/// <param name="specType">The type of spec that it computes.</param>
/// <param name="defaults">
/// The spec that the member must equal when it is called without options; null where the options of each spec are given to it.
/// </param>
public abstract class FunctionReference(string member, Type specType, OpSpec? defaults = null) : Reference(member, specType, defaults)
{
    /// <summary>Which gradients are compared with the definition.</summary>
    public virtual GradientsHeld Gradients => GradientsHeld.All;

    /// <summary>Binds the member to a spec.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="spec">The spec to bind.</param>
    /// <returns>The member with the options of the spec; null where it lacks one of them.</returns>
    public abstract IFunction<T>? Bind<T>(FunctionSpec spec) where T : unmanaged, IFloatingPointIeee754<T>;
}

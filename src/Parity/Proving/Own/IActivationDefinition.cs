using ParityNet.Definitions.Numbers;

namespace ParityNet.Parity.Proving;

/// <summary>The formula of an elementwise activation, written once over an abstract number type.</summary>
/// <remarks>Bounds and derivatives come from evaluating the same code in other number systems; write the formula and nothing else.</remarks>
public interface IActivationDefinition
{
    /// <summary>The activation of one number.</summary>
    /// <typeparam name="R">The number system.</typeparam>
    /// <param name="x">The number.</param>
    /// <returns>Its activation.</returns>
    R Value<R>(R x) where R : struct, IReal<R>;
}

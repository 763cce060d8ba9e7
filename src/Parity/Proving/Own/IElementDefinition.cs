using ParityNet.Definitions.Numbers;

namespace ParityNet.Parity.Proving;

/// <summary>The formula of an elementwise loss, written once over an abstract number type.</summary>
/// <remarks>Bounds and derivatives come from evaluating the same code in other number systems; write the formula and nothing
/// else.</remarks>
public interface IElementDefinition
{
    /// <summary>The loss of one element.</summary>
    /// <typeparam name="R">The number system.</typeparam>
    /// <param name="prediction">The prediction.</param>
    /// <param name="target">The target.</param>
    /// <returns>The loss.</returns>
    R Loss<R>(R prediction, R target) where R : struct, IReal<R>;
}

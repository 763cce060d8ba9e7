using ParityNet.Definitions.Numbers;

namespace ParityNet.Parity.Proving;

/// <summary>The mathematics of a loss of elements, written once over an abstract number.</summary>
/// <remarks>Bounds and derivatives come from evaluating the same text in other number systems; write the formula and nothing else.</remarks>
public interface IElementDefinition
{
    /// <summary>The loss of one element.</summary>
    /// <typeparam name="R">The number system.</typeparam>
    /// <param name="prediction">What was predicted.</param>
    /// <param name="target">What was right.</param>
    /// <returns>The loss.</returns>
    R Loss<R>(R prediction, R target) where R : struct, IReal<R>;
}

using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Problems;

/// <summary>A function of several variables, written once over any number: its derivatives and its enclosures come from the same text.</summary>
public interface IFormula
{
    /// <summary>The value at x.</summary>
    /// <typeparam name="R">The number system.</typeparam>
    /// <param name="x">The variables.</param>
    R Value<R>(R[] x) where R : struct, IReal<R>;
}

/// <summary>Several functions of the same variables, such as residuals or constraints, written once over any number.</summary>
public interface IVectorFormula
{
    /// <summary>The values at x.</summary>
    /// <typeparam name="R">The number system.</typeparam>
    /// <param name="x">The variables.</param>
    R[] Values<R>(R[] x) where R : struct, IReal<R>;
}

using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet;

/// <summary>A bound loss or activation: computes values and gradients of named tensors.</summary>
/// <remarks>Pure: arguments stay as they are, results are new dense tensors.</remarks>
/// <typeparam name="T">The floating-point type.</typeparam>
public interface IFunction<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Computes the value.</summary>
    /// <param name="operands">The arguments; any layout.</param>
    /// <returns>The value; shape <c>[1]</c> for a reduced loss.</returns>
    /// <exception cref="ArgumentException">The arguments do not fit; see <see cref="FunctionSpec.Check{T}"/>.</exception>
    Tensor<T> Value(Operands<T> operands);

    /// <summary>Computes the value and gradients of <c>⟨cotangent, value⟩</c>, in one pass where it can.</summary>
    /// <param name="operands">The arguments; any layout.</param>
    /// <param name="gradients">Names of the arguments to differentiate by; null for the first one alone.</param>
    /// <param name="cotangent">A weight for each element of the value, of its shape; null for ones.</param>
    /// <returns>The value, and each gradient in the shape of its argument.</returns>
    /// <exception cref="ArgumentException">The arguments do not fit, or one of the names has no gradient.</exception>
    Evaluation<T> Evaluate(Operands<T> operands, IReadOnlyCollection<string>? gradients = null, Tensor<T>? cotangent = null);
}

using System.Linq.Expressions;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Parity.Proving;

/// <summary>An ordinary lambda over doubles, read as a formula over an abstract number.</summary>
/// <remarks>
/// Arithmetic, comparisons, conditionals, numbers from outside and the functions of <see cref="Math"/> that have a derivative are read.
/// Anything else is refused by name when the formula is built, not when it is first evaluated.
/// </remarks>
sealed class ExpressionFormula : IElementDefinition, IActivationDefinition
{
    readonly LambdaExpression formula;

    public ExpressionFormula(LambdaExpression formula)
    {
        this.formula = formula;
        Evaluate<Plain>([.. formula.Parameters.Select(_ => Plain.Exact(0.5))]);
    }

    public R Loss<R>(R prediction, R target) where R : struct, IReal<R> =>
        Evaluate<R>([prediction, target]);

    public R Value<R>(R x) where R : struct, IReal<R> => Evaluate<R>([x]);

    R Evaluate<R>(R[] arguments) where R : struct, IReal<R>
    {
        var reader = new ExpressionReader<R>();
        for (int i = 0; i < arguments.Length; i++)
            reader.Bind(formula.Parameters[i], arguments[i]);
        return reader.Number(formula.Body);
    }
}

using System.Collections.ObjectModel;
using System.Linq.Expressions;
using System.Reflection;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Parity.Proving;

/// <summary>Evaluates an expression over doubles in a number system.</summary>
sealed class ExpressionReader<R> where R : struct, IReal<R>
{
    const string Known = "+, −, ·, /, comparisons, conditionals, and Abs, Clamp, Cosh, Exp, Log, LogP1, ExpM1, Max, Min, Pow, Sign, Sinh, Sqrt, Tanh";

    readonly Dictionary<ParameterExpression, R> bound = [];

    /// <summary>Gives a parameter its number.</summary>
    public void Bind(ParameterExpression parameter, R number) => bound[parameter] = number;

    /// <summary>The number that an expression stands for.</summary>
    public R Number(Expression of) => of switch
    {
        _ when IsConstant(of) => Constant(Value(of)),
        ParameterExpression parameter => bound.TryGetValue(parameter, out R number) ? number : throw Refused(parameter.Name ?? "a variable"),
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } same => Number(same.Operand),
        UnaryExpression { NodeType: ExpressionType.Negate or ExpressionType.NegateChecked } minus => -Number(minus.Operand),
        UnaryExpression { NodeType: ExpressionType.UnaryPlus } plus => Number(plus.Operand),
        BinaryExpression binary => Binary(binary),
        ConditionalExpression choice => Chosen(choice.Test, Number(choice.IfTrue), Number(choice.IfFalse)),
        // F# writes let as a call of a lambda.
        MethodCallExpression { Method.Name: "Invoke", Object: LambdaExpression inner } let => Let(inner, let.Arguments),
        MethodCallExpression call => Called(call),
        InvocationExpression { Expression: LambdaExpression inner } let => Let(inner, let.Arguments),
        _ => throw Refused(of.NodeType.ToString()),
    };

    static R Constant(double value) => double.IsInteger(value) || !double.IsFinite(value) ? R.Exact(value) : R.FromHost(value);

    R Let(LambdaExpression inner, ReadOnlyCollection<Expression> values)
    {
        for (int i = 0; i < values.Count; i++)
            bound[inner.Parameters[i]] = Number(values[i]);
        return Number(inner.Body);
    }

    R Binary(BinaryExpression of) => of.NodeType switch
    {
        ExpressionType.Add or ExpressionType.AddChecked => Number(of.Left) + Number(of.Right),
        ExpressionType.Subtract or ExpressionType.SubtractChecked => Number(of.Left) - Number(of.Right),
        // A number times itself is its square, which an interval knows to be positive.
        ExpressionType.Multiply or ExpressionType.MultiplyChecked => of.Left.ToString() == of.Right.ToString()
            ? R.Square(Number(of.Left)) : Number(of.Left) * Number(of.Right),
        ExpressionType.Divide => Number(of.Left) / Number(of.Right),
        ExpressionType.Power => Power(of.Left, of.Right),
        _ => throw Refused(of.NodeType.ToString()),
    };

    R Called(MethodCallExpression call)
    {
        // An inlined function of F# ends in $W and takes the functions first that it is made of.
        bool isInlined = call.Method.Name.EndsWith("$W", StringComparison.Ordinal);
        string name = isInlined ? call.Method.Name[..^2] : call.Method.Name;
        Expression[] of = [.. call.Arguments.Where(argument => !isInlined || argument.Type.IsValueType)];
        return (name, of.Length) switch
        {
            ("Abs", 1) => R.Abs(Number(of[0])),
            ("Sqrt", 1) => R.Sqrt(Number(of[0])),
            ("Exp", 1) => R.Exp(Number(of[0])),
            ("Log", 1) => R.Log(Number(of[0])),
            ("LogP1", 1) => R.Log1p(Number(of[0])),
            ("ExpM1", 1) => R.Expm1(Number(of[0])),
            ("Tanh", 1) => R.Tanh(Number(of[0])),
            ("Cosh", 1) => (R.Exp(Number(of[0])) + R.Exp(-Number(of[0]))) * R.Half,
            ("Sinh", 1) => (R.Expm1(Number(of[0])) - R.Expm1(-Number(of[0]))) * R.Half,
            ("Sign", 1) => R.Sign(Number(of[0])),
            ("Max", 2) => R.Max(Number(of[0]), Number(of[1])),
            ("Min", 2) => R.Min(Number(of[0]), Number(of[1])),
            ("Clamp", 3) => R.Min(R.Max(Number(of[0]), Number(of[1])), Number(of[2])),
            ("Pow" or "op_Exponentiation", 2) => Power(of[0], of[1]),
            _ => throw Refused($"{call.Method.DeclaringType?.Name}.{name}"),
        };
    }

    R Power(Expression of, Expression exponent) => IsConstant(exponent) && double.IsInteger(Value(exponent))
        ? Value(exponent) == 2 ? R.Square(Number(of)) : R.Pow(Number(of), (long)Value(exponent))
        : R.Exp(Number(exponent) * R.Log(Number(of)));

    R Chosen(Expression test, R ifTrue, R ifFalse) => test switch
    {
        UnaryExpression { NodeType: ExpressionType.Not } not => Chosen(not.Operand, ifFalse, ifTrue),
        BinaryExpression { NodeType: ExpressionType.AndAlso } both => Chosen(both.Left, Chosen(both.Right, ifTrue, ifFalse), ifFalse),
        BinaryExpression { NodeType: ExpressionType.OrElse } either => Chosen(either.Left, ifTrue, Chosen(either.Right, ifTrue, ifFalse)),
        // F# writes a && b as if a then b else false.
        ConditionalExpression choice => Chosen(choice.Test, Chosen(choice.IfTrue, ifTrue, ifFalse), Chosen(choice.IfFalse, ifTrue, ifFalse)),
        ConstantExpression { Value: bool known } => known ? ifTrue : ifFalse,
        BinaryExpression { NodeType: ExpressionType.NotEqual } other => R.Where(R.Equal(Number(other.Left), Number(other.Right)), ifFalse, ifTrue),
        BinaryExpression comparison => R.Where(Truth(comparison), ifTrue, ifFalse),
        MethodCallExpression { Method.Name: "IsNaN", Arguments: [var of] } => R.Where(R.IsNaN(Number(of)), ifTrue, ifFalse),
        _ => throw Refused(test.NodeType.ToString()),
    };

    Truth Truth(BinaryExpression of)
    {
        R left = Number(of.Left), right = Number(of.Right);
        return of.NodeType switch
        {
            ExpressionType.LessThan => left < right,
            ExpressionType.LessThanOrEqual => left <= right,
            ExpressionType.GreaterThan => left > right,
            ExpressionType.GreaterThanOrEqual => left >= right,
            ExpressionType.Equal => R.Equal(left, right),
            _ => throw Refused(of.NodeType.ToString()),
        };
    }

    static bool IsConstant(Expression of) => of switch
    {
        ConstantExpression => true,
        MemberExpression { Member: FieldInfo or PropertyInfo, Expression: null or ConstantExpression } => true,
        UnaryExpression { NodeType: ExpressionType.Convert } converted => IsConstant(converted.Operand),
        _ => false,
    };

    static double Value(Expression of) => of switch
    {
        ConstantExpression { Value: IConvertible number } => number.ToDouble(System.Globalization.CultureInfo.InvariantCulture),
        MemberExpression { Member: FieldInfo field, Expression: var on } =>
            Value(Expression.Constant(field.GetValue((on as ConstantExpression)?.Value))),
        MemberExpression { Member: PropertyInfo property, Expression: var on } =>
            Value(Expression.Constant(property.GetValue((on as ConstantExpression)?.Value))),
        UnaryExpression converted => Value(converted.Operand),
        _ => throw Refused(of.ToString()),
    };

    static ArgumentException Refused(string name) => new($"The formula must be made of what has a derivative: expected {Known}, got {name}.");
}

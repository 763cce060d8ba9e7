using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ParityNet.Mutants;

/// <summary>The errors that one may make: a kind and a text for each piece of source that has one.</summary>
static class Grammar
{
    static readonly Dictionary<SyntaxKind, (string Kind, string Operator)[]> Operators = new()
    {
        [SyntaxKind.AddExpression] = [("arithmetic", "-")],
        [SyntaxKind.SubtractExpression] = [("arithmetic", "+")],
        [SyntaxKind.MultiplyExpression] = [("arithmetic", "/")],
        [SyntaxKind.DivideExpression] = [("arithmetic", "*")],
        [SyntaxKind.LessThanExpression] = [("comparison", "<=")],
        [SyntaxKind.LessThanOrEqualExpression] = [("comparison", "<")],
        [SyntaxKind.GreaterThanExpression] = [("comparison", ">=")],
        [SyntaxKind.GreaterThanOrEqualExpression] = [("comparison", ">")],
        [SyntaxKind.EqualsExpression] = [("comparison", "!=")],
        [SyntaxKind.NotEqualsExpression] = [("comparison", "==")],
        [SyntaxKind.LogicalAndExpression] = [("logic", "||")],
        [SyntaxKind.LogicalOrExpression] = [("logic", "&&")],
        [SyntaxKind.AddAssignmentExpression] = [("arithmetic", "-=")],
        [SyntaxKind.SubtractAssignmentExpression] = [("arithmetic", "+=")],
        [SyntaxKind.MultiplyAssignmentExpression] = [("arithmetic", "/=")],
    };

    static readonly Dictionary<string, string> Functions = new()
    {
        ["Max"] = "Min",
        ["Min"] = "Max",
        ["Exp"] = "Expm1",
        ["Expm1"] = "Exp",
        ["Log"] = "Log1p",
        ["Log1p"] = "Log",
        ["Sqrt"] = "Abs",
        ["Square"] = "Abs",
        ["Any"] = "All",
        ["All"] = "Any",
        ["First"] = "Last",
        ["Last"] = "First",
    };

    /// <summary>The errors in a node, as a kind and a text; an empty text leaves a statement out.</summary>
    public static IEnumerable<(string Kind, string Mutated)> Of(SyntaxNode node, SemanticModel model)
    {
        if (!IsComputing(node))
            return [];
        return node switch
        {
            BinaryExpressionSyntax binary when Operators.TryGetValue(binary.Kind(), out var others) && !IsText(binary, model) =>
                others.Select(other => (other.Kind, $"{binary.Left} {other.Operator} {binary.Right}")),
            AssignmentExpressionSyntax assignment when Operators.TryGetValue(assignment.Kind(), out var others) && !IsText(assignment.Left, model) =>
                others.Select(other => (other.Kind, $"{assignment.Left} {other.Operator} {assignment.Right}")),
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus => [("sign", $"{minus.Operand}")],
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => [("logic", $"{not.Operand}")],
            LiteralExpressionSyntax literal => OfNumber(literal),
            InvocationExpressionSyntax call => OfCall(call, model),
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax or InvocationExpressionSyntax } => [("statement", "")],
            _ => [],
        };
    }

    // A twentieth is a wrong constant; a part in a thousand, one with a digit too few.
    static IEnumerable<(string, string)> OfNumber(LiteralExpressionSyntax literal) => literal.Token.Value switch
    {
        int and 0 => [("constant", "1")],
        int => [("constant", $"{literal} + 1")],
        double or float => [("constant", $"{literal} * 1.05"), ("digit", $"{literal} * 1.001")],
        _ => [],
    };

    static IEnumerable<(string, string)> OfCall(InvocationExpressionSyntax call, SemanticModel model)
    {
        if (call.Expression is MemberAccessExpressionSyntax member && Functions.TryGetValue(member.Name.Identifier.ValueText, out string? other))
            yield return ("function", $"{member.Expression}.{other}{call.ArgumentList}");
        ArgumentSyntax[] arguments = [.. call.ArgumentList.Arguments];
        for (int i = 0; i + 1 < arguments.Length; i++)
        {
            if (arguments[i].NameColon is null && arguments[i + 1].NameColon is null && arguments[i].RefKindKeyword.RawKind == 0
                && arguments[i + 1].RefKindKeyword.RawKind == 0 && $"{arguments[i]}" != $"{arguments[i + 1]}"
                && model.GetTypeInfo(arguments[i].Expression).Type is { } type
                && SymbolEqualityComparer.Default.Equals(type, model.GetTypeInfo(arguments[i + 1].Expression).Type))
            {
                string[] swapped = [.. arguments.Select(argument => $"{argument}")];
                (swapped[i], swapped[i + 1]) = (swapped[i + 1], swapped[i]);
                yield return ("arguments", $"{call.Expression}({string.Join(", ", swapped)})");
            }
        }
    }

    static bool IsText(ExpressionSyntax expression, SemanticModel model) =>
        model.GetTypeInfo(expression).Type is { } type && (type.SpecialType == SpecialType.System_String || type.TypeKind == TypeKind.Delegate);

    // Neither what must be constant, nor messages, nor examples, nor what is computed once a process, nor what declares a variable.
    static bool IsComputing(SyntaxNode node) =>
        !node.DescendantNodes().Any(inner => inner is VariableDesignationSyntax or InterpolatedStringExpressionSyntax or LiteralExpressionSyntax
        {
            RawKind: (int)SyntaxKind.StringLiteralExpression
        })
        && !node.AncestorsAndSelf().Any(outer => outer switch
        {
            AttributeSyntax or ParameterSyntax or EnumMemberDeclarationSyntax or PatternSyntax or CaseSwitchLabelSyntax or InterpolationSyntax
                or ThrowStatementSyntax or ThrowExpressionSyntax or LocalDeclarationStatementSyntax { IsConst: true } => true,
            MemberDeclarationSyntax { Modifiers: var modifiers } and (FieldDeclarationSyntax or ConstructorDeclarationSyntax) =>
                modifiers.Any(SyntaxKind.StaticKeyword) || modifiers.Any(SyntaxKind.ConstKeyword),
            PropertyDeclarationSyntax { Identifier.ValueText: "Examples" } => true,
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Modifiers.Any(SyntaxKind.StaticKeyword),
            _ => false,
        });
}

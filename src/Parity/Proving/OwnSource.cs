using System.Globalization;
using System.Numerics;
using System.Text;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Proving;

/// <summary>How your implementation is called, so that a case can be printed as source that calls it.</summary>
/// <param name="Name">What is called.</param>
/// <param name="Declaration">A statement that must stand before; null for none.</param>
/// <param name="Takes">What it takes.</param>
/// <param name="IsFSharp">Whether it is written in F#.</param>
sealed record OwnSource(string Name, string? Declaration, OwnSource.Arguments Takes, bool IsFSharp = false)
{
    const int LongestDeclaration = 120;

    /// <summary>What an implementation takes.</summary>
    public enum Arguments
    {
        /// <summary>Tensors, as a function of a backend does.</summary>
        Tensors,

        /// <summary>The numbers of one element.</summary>
        Numbers,

        /// <summary>One parameter in one step.</summary>
        Step,
    }

    /// <summary>The source of an implementation.</summary>
    /// <param name="own">The implementation.</param>
    /// <param name="expression">The argument as the caller wrote it; null where the compiler does not say.</param>
    /// <param name="takes">What it takes.</param>
    public static OwnSource Of(object own, string? expression, Arguments takes)
    {
        bool isFSharp = own is Delegate { Method.DeclaringType: { } type }
            && type.Assembly.GetReferencedAssemblies().Any(name => name.Name == "FSharp.Core") && type.Name.Contains('@', StringComparison.Ordinal);
        if (expression is null || expression.Length == 0)
            return new("mine", null, takes, isFSharp);
        if (expression.All(c => char.IsLetterOrDigit(c) || c is '_' or '.'))
            return new(expression, null, takes, isFSharp);
        string one = string.Join(' ', expression.Split((char[])['\r', '\n', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
        return new("mine", one.Length <= LongestDeclaration ? $"{TypeName(own.GetType())} mine = {one};" : null, takes, isFSharp);
    }

    /// <summary>The case as source that calls the implementation.</summary>
    public string Code<T>(Case<T> @case) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (@case is IOwnCase<T> own)
            return Code(own.Arguments);
        var code = new StringBuilder();
        if (Declaration is not null && !IsFSharp)
            code.AppendLine(Declaration);
        return code.Append(Takes switch
        {
            Arguments.Numbers when @case is FunctionCase<T> function && Numbers(function) is { } numbers => IsFSharp
                ? $"let result = {Name} {string.Join(' ', numbers.Select(FSharpLiteral))}"
                : $"var result = {Name}({string.Join(", ", numbers.Select(Literal))});",
            Arguments.Step when @case is OptimizerCase<T> step && step.State.Parameters is [{ FlattenedLength: 1 }] => Step(step),
            _ => @case.Code().Replace($"backend.{@case.Kind}<{ElementType.Keyword<T>()}>({CSharp.Spec(@case.Spec)})", Name, StringComparison.Ordinal)
                .Replace("backend", Name, StringComparison.Ordinal),
        }).ToString();
    }

    static T[]? Numbers<T>(FunctionCase<T> function) where T : unmanaged, IFloatingPointIeee754<T>
    {
        string[] names = [.. function.Function.Operands.Select(info => info.Name).Where(function.Operands.Has)];
        return names.All(name => function.Operands[name] is { IsIndices: false, Numbers.FlattenedLength: 1 })
            ? [.. names.Select(name => function.Operands[name].Numbers.Flat()[0])] : null;
    }

    string Step<T>(OptimizerCase<T> step) where T : unmanaged, IFloatingPointIeee754<T>
    {
        string type = ElementType.Keyword<T>(), number = FormattableString.Invariant($"{step.State.Step + 1}");
        string rate = (step.LearningRate ?? step.Optimizer.LearningRate).ToString("R", CultureInfo.InvariantCulture);
        T parameter = step.State.Parameters[0].Flat()[0], gradient = step.Gradients[0].Flat()[0];
        (string Name, T Value)[] slots = [.. step.Optimizer.Slots.Where(s => s.Shape == Optimizers.SlotShape.Parameter)
            .Select(s => (s.Name, step.State[s.Name][0].Flat()[0]))];
        if (IsFSharp)
            return $"let step = ElementStep({number}L, {Dotted(rate)}, {FSharpLiteral(parameter)}, {FSharpLiteral(gradient)}, "
                + $"ImmutableDictionary.CreateRange [ {string.Join("; ", slots.Select(s => $"KeyValuePair(\"{s.Name}\", {FSharpLiteral(s.Value)})"))}"
                + " ])"
                + Environment.NewLine + $"let after = {Name} step";
        string memory = string.Concat(slots.Select(s => $".Add(\"{s.Name}\", {Literal(s.Value)})"));
        return $"var step = new ElementStep<{type}>({number}, {rate}, {Literal(parameter)}, {Literal(gradient)},{Environment.NewLine}"
            + $"    ImmutableDictionary<string, {type}>.Empty{memory});{Environment.NewLine}var after = {Name}(step);";
    }

    // Shortest digits that give the same number.
    static string Literal<T>(T number) where T : unmanaged, IFloatingPointIeee754<T> => !T.IsFinite(number) ? ElementType.Literal(number)
        : number.ToString("R", CultureInfo.InvariantCulture) is var text && typeof(T) == typeof(float) ? text + "f" : Dotted(text);

    static string FSharpLiteral<T>(T number) where T : unmanaged, IFloatingPointIeee754<T>
    {
        string suffix = typeof(T) == typeof(float) ? "f" : "";
        string text = T.IsNaN(number) ? "nan" + suffix : T.IsInfinity(number) ? (T.IsNegative(number) ? "-infinity" : "infinity") + suffix
            : Dotted(number.ToString("R", CultureInfo.InvariantCulture)) + suffix;
        return text.StartsWith('-') ? $"({text})" : text;
    }

    static string Dotted(string text) => text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";

    static string TypeName(Type type)
    {
        if (type == typeof(float) || type == typeof(double) || type == typeof(long))
            return type == typeof(float) ? "float" : type == typeof(double) ? "double" : "long";
        return type.IsGenericType
            ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(TypeName))}>" : type.Name;
    }
}

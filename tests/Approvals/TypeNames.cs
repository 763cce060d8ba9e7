using System.Reflection;

namespace ParityNet.Tests;

/// <summary>Types as C# writes them.</summary>
static class TypeNames
{
    static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(nint)] = "nint",
        [typeof(nuint)] = "nuint",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    public static string Of(Type type, NullabilityInfo? nullability = null)
    {
        if (type.IsByRef)
            return Of(type.GetElementType()!, nullability);
        if (type.IsPointer)
            return Of(type.GetElementType()!) + "*";
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Of(underlying, nullability?.GenericTypeArguments.FirstOrDefault()) + "?";
        string mark = !IsValue(type) && nullability is ({ ReadState: NullabilityState.Nullable } or { WriteState: NullabilityState.Nullable }) ? "?" : "";
        if (type.IsArray)
            return $"{Of(type.GetElementType()!, nullability?.ElementType)}[{new string(',', type.GetArrayRank() - 1)}]{mark}";
        if (Keywords.TryGetValue(type, out string? keyword))
            return keyword + mark;
        return type.IsGenericParameter ? type.Name + mark : Named(type, nullability) + mark;
    }

    /// <summary>The name of a type where it is declared: <c>Operands&lt;T&gt;</c>.</summary>
    public static string Declared(Type type) => Simple(type) + (Own(type) is { Length: > 0 } own ? $"<{string.Join(", ", own.Select(t => t.Name))}>" : "");

    /// <summary><c>where</c> clauses, each with a space before.</summary>
    public static string Constraints(IEnumerable<Type> parameters) => string.Concat(parameters
        .Select(p => (p.Name, All: Constraints(p).ToArray()))
        .Where(p => p.All.Length > 0)
        .Select(p => $" where {p.Name} : {string.Join(", ", p.All)}"));

    /// <summary>The type parameters that a type has and the type around it has not.</summary>
    public static Type[] Own(Type type) => [.. type.GetGenericArguments().Skip(type.DeclaringType?.GetGenericArguments().Length ?? 0)];

    static string Named(Type type, NullabilityInfo? nullability)
    {
        Type[] arguments = type.GetGenericArguments();
        int outer = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        string prefix = type.DeclaringType is { } around ? Simple(around) + "." : "";
        if (arguments.Length == outer)
            return prefix + Simple(type);
        IEnumerable<string> own = arguments.Skip(outer).Select((a, i) => Of(a, nullability?.GenericTypeArguments.ElementAtOrDefault(outer + i)));
        return $"{prefix}{Simple(type)}<{string.Join(", ", own)}>";
    }

    // A parameter that is constrained to values is no value type to reflection.
    static bool IsValue(Type type) => type.IsValueType ||
        (type.IsGenericParameter && type.GenericParameterAttributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint));

    static string Simple(Type type) => type.Name.Split('`')[0];

    static IEnumerable<string> Constraints(Type parameter)
    {
        GenericParameterAttributes flags = parameter.GenericParameterAttributes;
        bool unmanaged = parameter.CustomAttributes.Any(a => a.AttributeType.Name == "IsUnmanagedAttribute");
        bool structure = flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        if (unmanaged)
            yield return "unmanaged";
        else if (structure)
            yield return "struct";
        else if (flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
            yield return "class";
        foreach (Type constraint in parameter.GetGenericParameterConstraints().Where(c => c != typeof(ValueType)))
            yield return Of(constraint);
        if (flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !structure)
            yield return "new()";
    }
}

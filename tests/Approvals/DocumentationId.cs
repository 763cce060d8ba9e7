using System.Reflection;

namespace ParityNet.Tests;

/// <summary>The names under which a documentation file lists types and members.</summary>
static class DocumentationId
{
    public static string Of(MemberInfo member) => member switch
    {
        Type type => "T:" + Full(type),
        FieldInfo f => $"F:{Full(f.DeclaringType!)}.{f.Name}",
        EventInfo e => $"E:{Full(e.DeclaringType!)}.{e.Name}",
        PropertyInfo p => $"P:{Full(p.DeclaringType!)}.{p.Name}{Parameters(p.GetIndexParameters())}",
        ConstructorInfo c => $"M:{Full(c.DeclaringType!)}.#ctor{Parameters(c.GetParameters())}",
        MethodInfo m => $"M:{Full(m.DeclaringType!)}.{m.Name}{(m.IsGenericMethod ? $"``{m.GetGenericArguments().Length}" : "")}{Parameters(m.GetParameters())}{Converted(m)}",
        _ => throw new NotSupportedException($"A member must be of a known kind: expected a type, field, event, property or method, got {member}."),
    };

    static string Full(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    static string Parameters(ParameterInfo[] parameters) =>
        parameters.Length == 0 ? "" : $"({string.Join(',', parameters.Select(p => Reference(p.ParameterType)))})";

    static string Converted(MethodInfo m) => m.Name is "op_Implicit" or "op_Explicit" ? "~" + Reference(m.ReturnType) : "";

    static string Reference(Type type)
    {
        if (type.IsByRef)
            return Reference(type.GetElementType()!) + "@";
        if (type.IsPointer)
            return Reference(type.GetElementType()!) + "*";
        if (type.IsArray)
            return Reference(type.GetElementType()!) + (type.GetArrayRank() == 1 ? "[]" : $"[{string.Join(',', Enumerable.Repeat("0:", type.GetArrayRank()))}]");
        if (type.IsGenericParameter)
            return (type.DeclaringMethod is null ? "`" : "``") + type.GenericParameterPosition;
        if (!type.IsGenericType)
            return type.FullName!.Replace('+', '.');
        Type definition = type.GetGenericTypeDefinition();
        string name = string.Concat((definition.DeclaringType is { } around ? Full(around) + "." : definition.Namespace + ".") + definition.Name.Split('`')[0]);
        return $"{name}{{{string.Join(',', type.GetGenericArguments().Select(Reference))}}}";
    }
}

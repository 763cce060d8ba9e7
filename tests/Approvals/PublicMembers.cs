using System.Reflection;
using System.Runtime.CompilerServices;
using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Tests;

/// <summary>The members that people wrote: none that the compiler adds to records, properties or unions.</summary>
static class PublicMembers
{
    const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<MemberInfo> Of(Type type) => type.GetMembers(Declared).Where(member => member switch
    {
        ConstructorInfo c => IsVisible(c) && !IsGenerated(c) && !(type.IsValueType && c.GetParameters().Length == 0),
        MethodInfo m => IsVisible(m) && !IsGenerated(m) && !(m.IsSpecialName && !m.Name.StartsWith("op_", StringComparison.Ordinal)),
        PropertyInfo p => (IsVisible(p.GetMethod) || IsVisible(p.SetMethod)) && p.Name != "EqualityContract",
        FieldInfo f => (f.IsPublic || f.IsFamily) && !f.IsSpecialName,
        EventInfo e => IsVisible(e.AddMethod),
        _ => false,
    });

    static bool IsVisible(MethodBase? method) => method is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    static bool IsGenerated(MemberInfo member) => member.IsDefined(typeof(CompilerGeneratedAttribute), false);
}

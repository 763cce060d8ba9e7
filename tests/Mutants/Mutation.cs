using System.Reflection;

namespace ParityNet.Mutants;

/// <summary>The switch that is compiled into the mutated copy: which error is on, and which have been reached.</summary>
static class Mutation
{
    // Known only to the copy; the program that plants has none.
    static readonly Type? Switch = typeof(OpSpec).Assembly.GetType("ParityNet.Mutation");

    /// <summary>Turns one error on; −1 turns all off.</summary>
    public static void Activate(int id) => Field("Active").SetValue(null, id);

    /// <summary>Which errors have been reached since this was asked last.</summary>
    public static int[] Reached()
    {
        var reached = (bool[])Field("Reached").GetValue(null)!;
        int[] ids = [.. Enumerable.Range(0, reached.Length).Where(id => reached[id])];
        Array.Clear(reached);
        return ids;
    }

    /// <summary>The source of the switch; tests, which know nothing of it, are told by the environment.</summary>
    public static string Source(int count) => $$"""
        namespace ParityNet;
        #pragma warning disable
        public static class Mutation
        {
            public static int Active = int.Parse(System.Environment.GetEnvironmentVariable("{{Variable}}") ?? "-1");
            public static readonly bool[] Reached = new bool[{{count}}];
            [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
            public static bool At(int id)
            {
                Reached[id] = true;
                return Active == id;
            }
        }
        """;

    /// <summary>The variable that turns an error on in a process.</summary>
    public const string Variable = "PARITYNET_MUTANT";

    static FieldInfo Field(string name) =>
        (Switch ?? throw new InvalidOperationException("This is not the mutated copy: expected one built by ./mutants, got the plain program.")).GetField(name)!;
}

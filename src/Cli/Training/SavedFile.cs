using System.Numerics;
using ParityNet.Cli.Exits;
using ParityNet.Optimizers;
using ParityNet.Parity;
using ParityNet.Serialization;

namespace ParityNet.Cli.Training;

/// <summary>Loads saved trainings, and says in one sentence what is wrong with a file.</summary>
static class SavedFile
{
    /// <summary>Loads a training of a given element type.</summary>
    /// <param name="argument">The option or argument that names the file.</param>
    /// <param name="path">The file.</param>
    /// <param name="optimizer">The optimizer to go on with; null where the network alone is needed.</param>
    /// <exception cref="UsageException">The file holds no such training.</exception>
    public static SavedTraining<T> Load<T>(string argument, string path, OptimizerSpec? optimizer) where T : unmanaged, IFloatingPointIeee754<T>
    {
        try
        {
            return SavedTraining<T>.Load(path, optimizer);
        }
        catch (Exception problem) when (problem is InvalidDataException or ArgumentException)
        {
            throw new UsageException($"{argument} must be a file that train --save wrote: {Plain(problem.Message)}", problem);
        }
    }

    /// <summary>Whether a file holds float64; a broken one is taken for float32, whose loading says what is wrong.</summary>
    public static bool IsDouble(string path)
    {
        try
        {
            SafeTensors<double>.Load(path);
            return true;
        }
        catch (Exception problem) when (problem is InvalidDataException || FileProblem.Is(problem))
        {
            return false;
        }
    }

    static string Plain(string sentence) => Echo.Clean(sentence.EndsWith('.') ? sentence : $"{sentence}.");
}

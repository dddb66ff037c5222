using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

/// <summary>
/// Just enough JSON for the replay protocol, so that the example needs nothing but the language's own library.
/// An object is a Dictionary, a list a List, a number a double; text, bool and null are themselves.
/// </summary>
public sealed class Json
{
    private readonly string text;
    private int position;

    private Json(string text) { this.text = text; }

    public static Dictionary<string, object> Object(string line)
    {
        var reader = new Json(line);
        var value = reader.Value() as Dictionary<string, object>;
        reader.SkipSpace();
        if (value == null || reader.position != line.Length) throw new FormatException("one JSON object a line is expected");
        return value;
    }

    private object Value()
    {
        SkipSpace();
        switch (Peek())
        {
            case '{': return Members();
            case '[': return Items();
            case '"': return Text();
            case 't': return Word("true", true);
            case 'f': return Word("false", false);
            case 'n': return Word("null", null);
            default: return Number();
        }
    }

    private Dictionary<string, object> Members()
    {
        var members = new Dictionary<string, object>(StringComparer.Ordinal);
        position++;
        if (Take('}')) return members;
        do
        {
            SkipSpace();
            var key = Text();
            Expect(':');
            members[key] = Value();
        } while (Take(','));
        Expect('}');
        return members;
    }

    private List<object> Items()
    {
        var items = new List<object>();
        position++;
        if (Take(']')) return items;
        do items.Add(Value()); while (Take(','));
        Expect(']');
        return items;
    }

    private string Text()
    {
        if (Peek() != '"') throw new FormatException("a text is expected");
        var start = ++position;
        while (Peek() != '"' && Peek() != '\\') position++;
        if (text[position] == '"') return text.Substring(start, position++ - start);

        var built = new StringBuilder(text, start, position - start, 64);
        while (Peek() != '"')
        {
            if (text[position] != '\\') { built.Append(text[position++]); continue; }
            position++;
            var escaped = Peek();
            position++;
            switch (escaped)
            {
                case 'n': built.Append('\n'); break;
                case 't': built.Append('\t'); break;
                case 'r': built.Append('\r'); break;
                case 'b': built.Append('\b'); break;
                case 'f': built.Append('\f'); break;
                case 'u':
                    if (position + 4 > text.Length) throw new FormatException("four hexadecimal digits are expected");
                    built.Append((char)int.Parse(text.Substring(position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                    position += 4;
                    break;
                default: built.Append(escaped); break;
            }
        }
        position++;
        return built.ToString();
    }

    private double Number()
    {
        var start = position;
        while (position < text.Length && "+-.eE0123456789".IndexOf(text[position]) >= 0) position++;
        return double.Parse(text.Substring(start, position - start), NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private object Word(string word, object value)
    {
        if (string.CompareOrdinal(text, position, word, 0, word.Length) != 0) throw new FormatException("a value is expected");
        position += word.Length;
        return value;
    }

    private char Peek()
    {
        if (position >= text.Length) throw new FormatException("the line ends too early");
        return text[position];
    }

    private bool Take(char character)
    {
        SkipSpace();
        if (position >= text.Length || text[position] != character) return false;
        position++;
        return true;
    }

    private void Expect(char character)
    {
        if (!Take(character)) throw new FormatException("'" + character + "' is expected");
    }

    private void SkipSpace()
    {
        while (position < text.Length && (text[position] == ' ' || text[position] == '\t' || text[position] == '\r')) position++;
    }

    public static void Write(StringBuilder line, string value)
    {
        line.Append('"');
        foreach (var character in value)
        {
            if (character == '"' || character == '\\') line.Append('\\').Append(character);
            else if (character < ' ') line.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
            else line.Append(character);
        }
        line.Append('"');
    }

    /// <summary>Read back, this is the same double: distances are compared to the last digit.</summary>
    public static void Write(StringBuilder line, double value)
    {
        line.Append(value.ToString("R", CultureInfo.InvariantCulture));
    }
}

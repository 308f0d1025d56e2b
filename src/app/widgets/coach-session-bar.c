#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-session-bar.h"

/* Its children, in this order: the digits, the text, the red button, the other buttons. */
#define N_PARTS 4
#define DIGITS  0
#define TEXT    1

#define SPACING     10
#define ROW_SPACING 10

/* The text does not share a row when less of it than this would fit on a line. */
#define MIN_LINE_CHARS 20

/* Where rows begin, from one row to one for each part: the first that fits is taken. */
static const gboolean begins_row[][N_PARTS] = {
  { TRUE, FALSE, FALSE, FALSE },
  { TRUE, FALSE, TRUE, FALSE },
  { TRUE, FALSE, TRUE, TRUE },
  { TRUE, TRUE, TRUE, TRUE },
};

struct _CoachSessionBar
{
  GtkWidget parent_instance;
};

/* Where the parts lie, from the start side. */
typedef struct
{
  GtkWidget *parts[N_PARTS];
  int        widths[N_PARTS];
  guint      arrangement;
} Arrangement;

/**
 * CoachSessionBar:
 *
 * The foot of a session: clock, text and buttons side by side, in as many rows as the width
 * asks for. Takes exactly four children: digits, text, and two groups of buttons.
 */
G_DEFINE_FINAL_TYPE (CoachSessionBar, coach_session_bar, GTK_TYPE_WIDGET)

static void
find_parts (CoachSessionBar *self,
            Arrangement     *arrangement)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (guint i = 0; i < N_PARTS; i++, child = gtk_widget_get_next_sibling (child))
    {
      g_return_if_fail (child != NULL);
      arrangement->parts[i] = child;
    }
}

static int
get_min_width (GtkWidget *part)
{
  int width;

  gtk_widget_measure (part, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  return width;
}

static int
get_natural_width (GtkWidget *part)
{
  int width;

  gtk_widget_measure (part, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

static int
get_line_width (GtkWidget *text)
{
  PangoContext *context = gtk_widget_get_pango_context (text);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = PANGO_PIXELS (pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);
  return width * MIN_LINE_CHARS;
}

/* The digits have their full size where all is in one row; else they may give way to the text. */
static int
get_wanted_width (const Arrangement *arrangement,
                  guint              part)
{
  GtkWidget *widget = arrangement->parts[part];

  if (part == TEXT)
    return MAX (get_line_width (widget), get_min_width (widget));
  if (part == DIGITS && arrangement->arrangement > 0)
    return get_min_width (widget);
  return get_natural_width (widget);
}

static guint
find_row_end (const Arrangement *arrangement,
              guint              first)
{
  guint end = first + 1;

  while (end < N_PARTS && !begins_row[arrangement->arrangement][end])
    end++;
  return end;
}

static int
get_row_width (const Arrangement *arrangement,
               guint              first,
               guint              end)
{
  int width = SPACING * (int) (end - first - 1);

  for (guint i = first; i < end; i++)
    width += arrangement->widths[i];
  return width;
}

/* What is left over goes to digits and text alike until the digits have their full size, then
 * to the text; in the other rows the buttons share it. Digits that have a row of their own stay
 * small: there the letters are large, and the picture needs the height. */
static void
fill_row (Arrangement *arrangement,
          guint        first,
          guint        end,
          int          width)
{
  int extra = width - get_row_width (arrangement, first, end);

  if (first == DIGITS && end == TEXT)
    return;
  if (first == DIGITS)
    {
      int wish = get_natural_width (arrangement->parts[DIGITS]) - arrangement->widths[DIGITS];
      int given = CLAMP (wish, 0, MAX (extra / 2, 0));

      arrangement->widths[DIGITS] += given;
      extra -= given;
    }
  if (first <= TEXT && TEXT < end)
    arrangement->widths[TEXT] += extra;
  else
    for (guint i = first; i < end; i++)
      arrangement->widths[i] += extra / (int) (end - first);
}

static gboolean
fits (const Arrangement *arrangement,
      int                width)
{
  guint end;

  for (guint first = 0; first < N_PARTS; first = end)
    {
      end = find_row_end (arrangement, first);
      if (get_row_width (arrangement, first, end) > width)
        return FALSE;
    }
  return TRUE;
}

static void
choose_arrangement (Arrangement *arrangement,
                    int          width)
{
  for (guint i = 0; i < G_N_ELEMENTS (begins_row); i++)
    {
      arrangement->arrangement = i;
      for (guint part = 0; part < N_PARTS; part++)
        arrangement->widths[part] = get_wanted_width (arrangement, part);
      if (fits (arrangement, width))
        return;
    }
}

static void
arrange (CoachSessionBar *self,
         Arrangement     *arrangement,
         int              width)
{
  guint end;

  find_parts (self, arrangement);
  choose_arrangement (arrangement, width);
  for (guint first = 0; first < N_PARTS; first = end)
    {
      end = find_row_end (arrangement, first);
      fill_row (arrangement, first, end, width);
    }
}

static int
get_row_height (const Arrangement *arrangement,
                guint              first,
                guint              end)
{
  int height = 0;

  for (guint i = first; i < end; i++)
    {
      int natural;

      gtk_widget_measure (arrangement->parts[i], GTK_ORIENTATION_VERTICAL, arrangement->widths[i],
                          NULL, &natural, NULL, NULL);
      height = MAX (height, natural);
    }
  return height;
}

static int
get_height (CoachSessionBar *self,
            int              width)
{
  Arrangement arrangement;
  int height = -ROW_SPACING;
  guint end;

  arrange (self, &arrangement, width);
  for (guint first = 0; first < N_PARTS; first = end)
    {
      end = find_row_end (&arrangement, first);
      height += get_row_height (&arrangement, first, end) + ROW_SPACING;
    }
  return height;
}

static void
measure_width (CoachSessionBar *self,
               int             *minimum,
               int             *natural)
{
  Arrangement arrangement;

  find_parts (self, &arrangement);
  arrangement.arrangement = 0;
  *minimum = 0;
  *natural = SPACING * (N_PARTS - 1);
  for (guint i = 0; i < N_PARTS; i++)
    {
      *minimum = MAX (*minimum, get_min_width (arrangement.parts[i]));
      *natural += get_wanted_width (&arrangement, i);
    }
}

static GtkSizeRequestMode
coach_session_bar_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
coach_session_bar_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  CoachSessionBar *self = COACH_SESSION_BAR (widget);
  int min_width, nat_width;

  measure_width (self, &min_width, &nat_width);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = min_width;
      *natural = nat_width;
    }
  else
    *minimum = *natural = get_height (self, for_size < 0 ? nat_width : MAX (for_size, min_width));
}

static void
allocate_row (CoachSessionBar   *self,
              const Arrangement *arrangement,
              guint              first,
              guint              end,
              int                y,
              int                height)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (guint i = first; i < end; i++)
    {
      int width = arrangement->widths[i];
      int left = rtl ? gtk_widget_get_width (GTK_WIDGET (self)) - x - width : x;

      gtk_widget_size_allocate (arrangement->parts[i], &(GtkAllocation){ left, y, width, height },
                                -1);
      x += width + SPACING;
    }
}

static void
coach_session_bar_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  CoachSessionBar *self = COACH_SESSION_BAR (widget);
  Arrangement arrangement;
  int y = 0;
  guint end;

  arrange (self, &arrangement, width);
  for (guint first = 0; first < N_PARTS; first = end)
    {
      int row_height;

      end = find_row_end (&arrangement, first);
      row_height = get_row_height (&arrangement, first, end);
      allocate_row (self, &arrangement, first, end, y, row_height);
      y += row_height + ROW_SPACING;
    }
}

static void
coach_session_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (coach_session_bar_parent_class)->dispose (object);
}

static void
coach_session_bar_class_init (CoachSessionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_session_bar_dispose;
  widget_class->get_request_mode = coach_session_bar_get_request_mode;
  widget_class->measure = coach_session_bar_measure;
  widget_class->size_allocate = coach_session_bar_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "sessionbar");
}

static void
coach_session_bar_init (CoachSessionBar *self)
{
}

/**
 * coach_session_bar_new:
 *
 * Makes a bar without its parts.
 *
 * Returns: (transfer floating): a bar
 */
GtkWidget *
coach_session_bar_new (void)
{
  return g_object_new (COACH_TYPE_SESSION_BAR, NULL);
}

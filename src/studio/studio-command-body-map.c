#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-chart-maker.h"
#include "studio-commands.h"

#define HEADER \
  "# The figure from behind, for the body map. Made by `lowtide-studio body-map`: not to be\n" \
  "# changed by hand. Places are x and y from the left and the top, in heights of the picture.\n"

/**
 * studio_command_body_map:
 * @studio: a studio
 * @path: where the chart goes
 *
 * Draws the body map.
 *
 * Returns: the exit status
 */
int
studio_command_body_map (const CoachStudio *studio,
                         const char        *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachBodyChart) chart = coach_chart_make (studio, &error);
  g_autofree char *lines = chart != NULL ? coach_body_chart_to_text (chart) : NULL;
  g_autofree char *text = lines != NULL ? g_strconcat (HEADER, lines, NULL) : NULL;

  if (text != NULL && g_file_set_contents (path, text, -1, &error))
    return STUDIO_EXIT_FINE;
  g_printerr ("%s\n", error->message);
  return STUDIO_EXIT_FAILED;
}

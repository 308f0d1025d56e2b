#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-check-private.h"

#include <string.h>

/**
 * coach_finding_free:
 * @self: (transfer full): a finding
 */
void
coach_finding_free (CoachFinding *self)
{
  g_clear_pointer (&self->subject, g_free);
  g_free (self);
}

/**
 * coach_findings_note:
 * @findings: (element-type CoachFinding): what is known so far
 * @kind: what is wrong
 * @subject: with what
 * @value: how much
 * @limit: how much it may be
 * @t_s: when
 *
 * Notes a measurement that is beyond its limit. Of each kind and subject only the worst is kept.
 */
void
coach_findings_note (GPtrArray       *findings,
                     CoachFindingKind kind,
                     const char      *subject,
                     double           value,
                     double           limit,
                     double           t_s)
{
  CoachFinding *finding = NULL;

  if (value <= limit)
    return;
  for (guint i = 0; i < findings->len && finding == NULL; i++)
    {
      CoachFinding *other = g_ptr_array_index (findings, i);

      if (other->kind == kind && g_str_equal (other->subject, subject))
        finding = other;
    }
  if (finding == NULL)
    {
      finding = g_new0 (CoachFinding, 1);
      finding->kind = kind;
      finding->subject = g_strdup (subject);
      g_ptr_array_add (findings, finding);
    }
  if (value <= finding->value)
    return;
  finding->value = value;
  finding->limit = limit;
  finding->t_s = t_s;
}

/* Finding texts are for authors, like the messages of a compiler: they are not translated. */
static const char *
format_of (const CoachFinding *self)
{
  switch (self->kind)
    {
    case COACH_FINDING_FLOOR:
      return "%s is %.1f cm below the floor at %.2f s (allowed %.1f)";
    case COACH_FINDING_PROP:
      return "%s: %.1f cm at %.2f s (allowed %.1f)";
    case COACH_FINDING_OVERLAP:
      return "%s go %.1f cm through each other at %.2f s (allowed %.1f)";
    case COACH_FINDING_LIMIT:
      return "%s is %.1f degrees beyond its limit at %.2f s (allowed %.1f)";
    case COACH_FINDING_CONTACT:
      return "%s is not reached: %.1f cm away at %.2f s (allowed %.1f)";
    case COACH_FINDING_SLIDE:
      return "%s slides %.1f cm by %.2f s (allowed %.1f)";
    case COACH_FINDING_EDGE:
      return "%s is %.1f cm beside what it rests on at %.2f s (allowed %.1f)";
    case COACH_FINDING_SPEED:
      /* A joint's name has its segment and its angle, a limb's only the segment. */
      if (strchr (self->subject, '.') != NULL)
        return "%s is too fast: %.0f degrees a second at %.2f s (allowed %.0f)";
      return "%s is too fast: %.2f m/s at %.2f s (allowed %.2f)";
    case COACH_FINDING_POP:
      return "%s jumps: its step changes by %.1f degrees at %.2f s (allowed %.1f)";
    case COACH_FINDING_SEAM:
      return "%s is %.1f cm away from where the loop begins at %.2f s (allowed %.1f)";
    case COACH_FINDING_CAMERA:
      return "%s is not seen whole: %.0f %% of the way to the edge of the picture's middle 4:3 at "
             "%.2f s (allowed %.0f)";
    case COACH_FINDING_KEY:
      return "the catalogue's position \"%s\" has no key of that name";
    case COACH_FINDING_ANGLE:
      return "%s: %.1f degrees off at %.2f s (allowed %.1f)";
    }
  g_assert_not_reached ();
}

/**
 * coach_finding_to_string:
 * @self: a finding
 *
 * Says in one line what is wrong, where, when, by how much, and how much would be allowed.
 *
 * Returns: (transfer full): the line
 */
char *
coach_finding_to_string (const CoachFinding *self)
{
  if (self->kind == COACH_FINDING_KEY)
    return g_strdup_printf ("the catalogue's position \"%s\" has no key of that name",
                            self->subject);
  return g_strdup_printf (format_of (self), self->subject, self->value, self->t_s,
                          self->limit);
}
